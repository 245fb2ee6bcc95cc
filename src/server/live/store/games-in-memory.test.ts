import { expect, test } from 'vitest';
import type { GameEvent } from '../../../contract/game/index.ts';
import { seatedGame } from '../../../testing/games/decided-game.ts';
import { advance, GamesInMemory, invalidate } from './games-in-memory.ts';

const state = seatedGame();
const drawOffered = (number: number): GameEvent => ({
  type: 'drawOffered',
  color: 'white',
  number,
  atMs: 0,
});

function loadedGame() {
  const memory = new GamesInMemory();
  const entry = memory.add(state.gameID, () => {});
  entry.cached = { type: 'loaded', state };
  return { memory, entry };
}

test('T-1 the next event is applied, a known one is not, and a gap makes the game stale', () => {
  const { memory, entry } = loadedGame();
  const last = state.lastEvent;
  expect(advance(entry, drawOffered(last))).toEqual({ type: 'repeated', state });
  expect(advance(entry, drawOffered(last + 1))).toMatchObject({ type: 'applied' });
  expect(memory.known(state.gameID)).toMatchObject({ lastEvent: last + 1, drawOffer: 'white' });
  expect(advance(entry, drawOffered(last + 3))).toEqual({ type: 'stale' });
  expect(entry.cached).toEqual({ type: 'stale', lastPublished: last + 1 });
  expect(advance(entry, drawOffered(last + 2))).toEqual({ type: 'stale' });
});

test('T-1 a stale game keeps its last published event when it is invalidated again', () => {
  const { memory, entry } = loadedGame();
  invalidate(entry);
  invalidate(entry);
  expect(memory.known(state.gameID)).toBeNull();
  expect(memory.staleGames()).toEqual([state.gameID]);
  expect([...memory.lastPublished()]).toEqual([[state.gameID, state.lastEvent]]);
});

test('a game that was never read has nothing to publish', () => {
  const memory = new GamesInMemory();
  const entry = memory.add(state.gameID, () => {});
  invalidate(entry);
  expect(advance(entry, drawOffered(1))).toEqual({ type: 'unloaded' });
  expect(memory.staleGames()).toEqual([]);
  expect([...memory.lastPublished()]).toEqual([]);
});
