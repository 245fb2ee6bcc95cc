import type { Color } from '../contract/game/index.ts';

/** A game of AN-7: its evaluations, and the accuracy and average centipawn loss of White and Black. */
interface Vector {
  readonly name: string;
  readonly first: Color;
  readonly evaluations: string;
  readonly accuracy: readonly [string, string];
  readonly centipawnLoss: readonly [number, number];
  /** The plies with a mark, where the source printed them. */
  readonly marks?: string;
}

export const vectors: readonly Vector[] = [
  {
    name: 'a',
    first: 'white',
    evaluations: '30 20 35 -10 -15 -15 40 25 20 90 85 80 75 300 290',
    accuracy: ['99.37', '73.25'],
    centipawnLoss: [4, 42],
  },
  {
    name: 'b',
    first: 'white',
    evaluations:
      '20 25 15 30 10 10 5 60 -120 -110 -130 40 35 30 -250 -240 -260 -255 -600 -590 -610 -600',
    accuracy: ['59.97', '79.88'],
    centipawnLoss: [82, 26],
  },
  {
    name: 'c',
    first: 'white',
    evaluations: '900 -1000 -1000 1000 1000 -1000 -1000 -1000',
    accuracy: ['100.00', '35.50'],
    centipawnLoss: [0, 500],
  },
  {
    name: 'd',
    first: 'black',
    evaluations: '15 60 -30 -20 -150 -160 40 35 30 20 25 200',
    accuracy: ['99.28', '79.34'],
    centipawnLoss: [4, 34],
  },
  {
    name: 'e',
    first: 'white',
    evaluations:
      '18 48 48 78 31 51 57 71 71 124 91 86 60 94 60 92 88 105 103 99 82 80 72 128 -17 172 71 114 0 0 0 0 -238 288 309 342 267 264 241 342 34 216 235 216 228 227 47 43 0 4 11 12 16 349 322 374 327 540 539 605 545 764 764 #2 #1 #1',
    accuracy: ['82.10', '73.86'],
    centipawnLoss: [46, 75],
    marks: '25? 26?? 27?! 29? 33?? 34?? 37?! 40?! 41?? 42?? 47?? 54?? 58? 62?! 64?',
  },
  {
    name: 'f',
    first: 'white',
    evaluations:
      '32 41 39 20 17 21 -21 -14 -23 -24 -24 52 -56 177 -19 -16 -20 -12 -145 72 -36 -41 -42 593 589 630 -32 602 581 656 662 #15 566 574 566 580 569 774 739 743 615 934 861',
    accuracy: ['71.77', '60.46'],
    centipawnLoss: [90, 135],
    marks: '12?! 13?! 14?? 15?? 19? 20?? 21?! 24?? 27?? 28?? 32?? 33?? 38?! 42?!',
  },
];
