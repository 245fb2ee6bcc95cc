/**
 * The sounds: a move, a capture, a check; a game's beginning and end; time getting short; an offer; a challenge, which is
 * soft.
 */
export type SoundKind =
  | 'move'
  | 'capture'
  | 'check'
  | 'begin'
  | 'end'
  | 'lowTime'
  | 'offer'
  | 'challenge';

/** Each sound as knocks on wood: start (s), pitch (Hz), volume (0–1). */
const knocks: Readonly<Record<SoundKind, readonly (readonly [number, number, number])[]>> = {
  move: [[0, 210, 0.5]],
  capture: [
    [0, 250, 0.55],
    [0.045, 170, 0.6],
  ],
  check: [
    [0, 230, 0.5],
    [0.09, 340, 0.45],
  ],
  begin: [
    [0, 180, 0.5],
    [0.13, 240, 0.5],
    [0.26, 360, 0.6],
  ],
  end: [
    [0, 220, 0.5],
    [0.13, 180, 0.5],
    [0.26, 140, 0.6],
  ],
  lowTime: [
    [0, 620, 0.4],
    [0.14, 620, 0.4],
    [0.28, 620, 0.4],
  ],
  offer: [
    [0, 320, 0.4],
    [0.12, 420, 0.4],
  ],
  challenge: [
    [0, 420, 0.2],
    [0.12, 320, 0.2],
  ],
};

/** The sound of a move. */
export function soundOf(san: string): SoundKind {
  if (san.endsWith('#')) return 'end';
  if (san.endsWith('+')) return 'check';
  return san.includes('x') ? 'capture' : 'move';
}

/** A sound that would come later than this is dropped, ms. */
const MAX_DELAY_MS = 400;

/**
 * Plays a synthesised sound: no file, no request. Silent until the reader has interacted with the page, as browsers
 * require.
 */
export async function playSound(kind: SoundKind, audio: AudioContext): Promise<void> {
  if (audio.state !== 'running') {
    const requestedAtMs = performance.now();
    await audio.resume();
    if (performance.now() - requestedAtMs > MAX_DELAY_MS) return;
  }
  for (const [delay, pitch, volume] of knocks[kind]) {
    knock(audio, audio.currentTime + 0.01 + delay, pitch, volume);
  }
}

/** A knock: a falling tone, and a short click of noise. */
function knock(audio: AudioContext, at: number, pitch: number, volume: number): void {
  const body = new OscillatorNode(audio, { type: 'sine', frequency: pitch });
  body.frequency.exponentialRampToValueAtTime(pitch * 0.6, at + 0.08);
  body.connect(fading(audio, at, volume, 0.1));
  body.start(at);
  body.stop(at + 0.12);

  const buffer = audio.createBuffer(1, Math.ceil(audio.sampleRate * 0.02), audio.sampleRate);
  const samples = buffer.getChannelData(0);
  samples.forEach((_, index) => {
    samples[index] = Math.random() * 2 - 1;
  });
  const click = new AudioBufferSourceNode(audio, { buffer });
  const wood = new BiquadFilterNode(audio, { type: 'bandpass', frequency: pitch * 8, Q: 1.2 });
  click.connect(wood).connect(fading(audio, at, volume * 0.5, 0.025));
  click.start(at);
}

/** A gain that falls from `volume` to silence within `seconds`. */
function fading(audio: AudioContext, at: number, volume: number, seconds: number): GainNode {
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(volume, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
  gain.connect(audio.destination);
  return gain;
}
