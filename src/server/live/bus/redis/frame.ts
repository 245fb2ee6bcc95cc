/** One text on the wire: a header line with the sender and frame number, then one line for each message. */
export interface Frame {
  /** The ID of the sending process. */
  readonly id: string;
  /** Counts the sender's frames from 1, including those that could not be sent: a gap means that messages were lost. */
  readonly number: number;
  /** `TOPIC`, or `TOPIC`, a tab and the message as JSON. */
  readonly lines: readonly string[];
}

const header = /^rookery1 ([\w-]{1,64}) ([1-9]\d{0,14})$/;

export const writeFrame = ({ id, number, lines }: Frame): string =>
  [`rookery1 ${id} ${number}`, ...lines].join('\n');

/** @returns null for a text that isn't a frame of this version */
export function readFrame(text: string): Frame | null {
  const [first = '', ...lines] = text.split('\n');
  const [, id, number] = header.exec(first) ?? [];
  return id && number ? { id, number: Number(number), lines } : null;
}

/** `JSON.stringify` escapes line ends and tabs, and topics contain none. */
export const writeLine = (topic: string, message: unknown): string =>
  `${topic}\t${JSON.stringify(message)}`;

export function readLine(line: string): { readonly topic: string; readonly json: string } {
  const tab = line.indexOf('\t');
  return tab < 0
    ? { topic: line, json: '' }
    : { topic: line.slice(0, tab), json: line.slice(tab + 1) };
}
