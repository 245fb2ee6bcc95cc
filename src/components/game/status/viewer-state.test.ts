import { describe, expect, test } from 'vitest';
import { aGame } from '../testing.ts';
import { headline, viewerStateOf } from './viewer-state.ts';

describe('an open offer', () => {
  const offered = aGame({ drawOffer: 'white', takebackOffer: 'black' });

  test('E-3 is received by one side, made by the other, seen by everybody else', () => {
    expect(viewerStateOf(offered, 'bob')).toMatchObject({
      draw: { type: 'received', by: 'white' },
      takeback: { type: 'made', by: 'black' },
    });
    expect(viewerStateOf(offered, 'ada')).toMatchObject({
      draw: { type: 'made' },
      takeback: { type: 'received' },
    });
    expect(viewerStateOf(offered, 'carl')).toMatchObject({ draw: { type: 'seen' } });
    expect(viewerStateOf(offered, null)).toMatchObject({ draw: { type: 'seen' } });
  });

  test('E-7 of a rematch goes on after the end', () => {
    const over = aGame({
      status: 'finished',
      ending: { reason: 'resignation', winner: 'white' },
      rematchOffer: 'black',
    });
    expect(viewerStateOf(over, 'ada')).toMatchObject({
      type: 'over',
      rematch: { type: 'received' },
    });
    expect(viewerStateOf(over, 'bob')).toMatchObject({ rematch: { type: 'made' } });
  });
});

test.each([
  [aGame(), 'ada', 'Your turn'],
  [aGame(), 'bob', 'White to move'],
  [aGame({ status: 'open', blackUsername: null }), null, 'Waiting for an opponent'],
  [
    aGame({ status: 'open', whiteUsername: null, blackUsername: null }),
    null,
    'Waiting for two players',
  ],
])('the headline of a game, %#', (game, username, text) => {
  const viewerState = viewerStateOf(game, username);
  if (viewerState.type !== 'running') throw new Error('It is over.');
  const seated = [game.whiteUsername, game.blackUsername].includes(username ?? '-');
  expect(headline(viewerState, seated)).toBe(text);
});
