import { badRequest } from '../../contract/errors/bad-request.ts';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import { type UserGameCommand, userGameCommand } from '../../contract/game-protocol.ts';

/** Parses a frame. @throws RookeryError `bad_request` with the reason (W-5) */
export function readCommand(frame: string): UserGameCommand {
  const read = userGameCommand.safeParse(parse(frame));
  if (!read.success) throw badRequest(read.error);
  return read.data;
}

function parse(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    throw new RookeryError('bad_request', { problem: problem('request.frameNotJson') });
  }
}
