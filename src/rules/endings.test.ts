import { describe, expect, it } from 'vitest';
import { automaticEnding, canMate, startRecord } from './index.ts';
import { gameFrom } from './notation.testing.ts';

const endingOf = (fen?: string, line?: string) => automaticEnding(gameFrom(fen, line));
const draw = (reason: string) => ({ reason, winner: null });

describe('E-1 checkmate and stalemate', () => {
  it('E-1 a game goes on at the start, and in check', () => {
    expect(endingOf()).toBeNull();
    expect(endingOf(undefined, 'e4 f6 d4 g5')).toBeNull();
    expect(endingOf(undefined, 'e4 d6 Bb5+')).toBeNull();
  });

  it('E-1 checkmate is won by the side that gave it', () => {
    expect(endingOf(undefined, 'f3 e5 g4 Qh4#')).toEqual({ reason: 'checkmate', winner: 'black' });
    expect(endingOf(undefined, 'e4 e5 Qh5 Nc6 Bc4 Nf6 Qxf7#')).toEqual({
      reason: 'checkmate',
      winner: 'white',
    });
  });

  it('E-1 a check that only an en passant capture parries is no mate', () => {
    expect(endingOf('8/2N5/7R/k7/2p5/K7/1P6/8 w - - 0 1', 'b4+')).toBeNull();
    expect(endingOf('8/2N5/7R/k7/8/K7/1P6/8 w - - 0 1', 'b4#')).toEqual({
      reason: 'checkmate',
      winner: 'white',
    });
  });

  it('E-1 stalemate is a draw', () => {
    expect(endingOf('7k/8/8/6Q1/8/8/8/K7 w - - 0 1', 'Qg6')).toEqual(draw('stalemate'));
    expect(endingOf('7k/7p/8/6Q1/8/8/8/K7 w - - 0 1', 'Qf6+')).toBeNull();
  });
});

describe('E-1 insufficient material', () => {
  it.each([
    ['K v K', '4k3/8/8/8/8/8/8/4K3 w - - 0 1'],
    ['K+N v K', '4k3/8/8/8/8/8/8/4KN2 w - - 0 1'],
    ['K v K+N', '4kn2/8/8/8/8/8/8/4K3 w - - 0 1'],
    ['K+B v K', '4k3/8/8/8/8/8/8/4KB2 w - - 0 1'],
    ['K v K+B', '4kb2/8/8/8/8/8/8/4K3 w - - 0 1'],
    ['K+B v K+B on one colour', '4k1b1/8/8/8/8/8/8/4KB2 w - - 0 1'],
    ['K+2B v K on one colour', '4k3/8/8/8/8/8/6B1/4KB1B w - - 0 1'],
  ])('E-1 %s is a draw', (_name, fen) => {
    expect(endingOf(fen)).toEqual(draw('insufficientMaterial'));
  });

  it.each([
    ['K+B v K+B on different colours', '4kb2/8/8/8/8/8/8/4KB2 w - - 0 1'],
    ['K+2B v K on different colours', '4k3/8/8/8/8/8/8/4KBB1 w - - 0 1'],
    ['K+N v K+N', '4kn2/8/8/8/8/8/8/4KN2 w - - 0 1'],
    ['K+N v K+B', '4kb2/8/8/8/8/8/8/4KN2 w - - 0 1'],
    ['K+2N v K', '4k3/8/8/8/8/8/8/4KNN1 w - - 0 1'],
    ['K+B+N v K', '4k3/8/8/8/8/8/8/4KBN1 w - - 0 1'],
    ['K+P v K', '4k3/8/8/8/8/8/4P3/4K3 w - - 0 1'],
    ['K+R v K', '4k3/8/8/8/8/8/8/4K2R w - - 0 1'],
    ['K+Q v K', '4k3/8/8/8/8/8/8/4KQ2 w - - 0 1'],
  ])('E-1 %s is played on', (_name, fen) => {
    expect(endingOf(fen)).toBeNull();
  });

  it('E-1 the capture of the last mating piece ends the game', () => {
    expect(endingOf('4k3/8/8/8/8/8/4q3/4K1N1 w - - 0 1', 'Kxe2')).toEqual(
      draw('insufficientMaterial'),
    );
  });
});

describe('E-1 fifty moves', () => {
  const ROOK = 'k7/8/8/8/8/8/8/K6R w - - ';

  it('E-1 100 plies without capture or pawn move are a draw, 99 are not', () => {
    expect(endingOf(`${ROOK}98 80`, 'Rh2')).toBeNull();
    expect(endingOf(`${ROOK}99 80`, 'Rh2')).toEqual(draw('fiftyMoves'));
    expect(endingOf(`${ROOK}98 80`, 'Rh2 Kb8')).toEqual(draw('fiftyMoves'));
  });

  it('E-1 a pawn move or a capture on the 100th ply restarts the count', () => {
    expect(endingOf('k7/8/8/8/8/8/P7/K6R w - - 99 80', 'a4')).toBeNull();
    expect(endingOf('k6n/8/8/8/8/8/P7/K6R w - - 99 80', 'Rxh8+')).toBeNull();
  });

  it('E-1 checkmate on the 100th ply has precedence', () => {
    const game = gameFrom('k7/8/1K6/8/8/8/8/7R w - - 99 80', 'Rh8#');
    expect(game.position.halfmoves).toBe(100);
    expect(automaticEnding(game)).toEqual({ reason: 'checkmate', winner: 'white' });
  });
});

describe('E-3 mating material', () => {
  it.each([
    ['a bare king', '4k3/8/8/8/8/8/4p3/4K3 w - - 0 1', false],
    ['K+N against a queen', '3qk3/8/8/8/8/8/8/4KN2 w - - 0 1', false],
    ['K+N against a rook', '3rk3/8/8/8/8/8/8/4KN2 w - - 0 1', true],
    ['K+N against a pawn', '4k3/4p3/8/8/8/8/8/4KN2 w - - 0 1', true],
    ['K+B against a rook', '3rk3/8/8/8/8/8/8/4KB2 w - - 0 1', false],
    ['K+B against a knight', '3nk3/8/8/8/8/8/8/4KB2 w - - 0 1', true],
    ['K+B against a pawn', '4k3/4p3/8/8/8/8/8/4KB2 w - - 0 1', true],
    ['K+B against a bishop of the other colour', '4kb2/8/8/8/8/8/8/4KB2 w - - 0 1', true],
    ['K+B against a bishop of the same colour', '4k1b1/8/8/8/8/8/8/4KB2 w - - 0 1', false],
    ['a pawn', '3qk3/8/8/8/8/8/4P3/4K3 w - - 0 1', true],
  ])('E-3 White with %s: %j → %s', (_name, fen, can) => {
    expect(canMate(startRecord(fen), 'white')).toBe(can);
  });

  it('E-3 both sides have it at the start', () => {
    expect(canMate(startRecord(), 'white')).toBe(true);
    expect(canMate(startRecord(), 'black')).toBe(true);
  });
});
