/** What one process sends at a time: a line that says who and the how-manieth, then a line for each message. */
export interface Frame {
  /** The sender. */
  readonly id: string;
  /** Counts the sender's frames from 1, those that could not be sent as well: a gap means that something was lost. */
  readonly number: number;
  /** `TOPIC`, or `TOPIC`, a tab and the message as JSON. */
  readonly lines: readonly string[];
}

const header = /^rookery1 ([\w-]{1,64}) ([1-9]\d{0,14})$/;

export const writeFrame = ({ id, number, lines }: Frame): string =>
  [`rookery1 ${id} ${number}`, ...lines].join('\n');

/** Null for what no process of this version writes. */
export function readFrame(text: string): Frame | null {
  const [first = '', ...lines] = text.split('\n');
  const [, id, number] = header.exec(first) ?? [];
  return id && number ? { id, number: Number(number), lines } : null;
}

/** JSON has no line ends or tabs of its own, and topics have none. */
export const writeLine = (topic: string, message: unknown): string =>
  `${topic}\t${JSON.stringify(message)}`;

export function readLine(line: string): { readonly topic: string; readonly json: string } {
  const tab = line.indexOf('\t');
  return tab < 0
    ? { topic: line, json: '' }
    : { topic: line.slice(0, tab), json: line.slice(tab + 1) };
}
