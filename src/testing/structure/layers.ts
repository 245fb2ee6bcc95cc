/** One part of the tree, and which other parts it may import. */
export interface Layer {
  /** A folder or file below `src/`, or a top-level folder. The longest match counts. */
  readonly path: string;
  readonly mayImport: readonly string[];
}

/** The allowed imports: nothing may be imported that isn't listed. Tests are exempt. */
export const layers: readonly Layer[] = [
  { path: 'src/contract', mayImport: ['src/generated/texts', 'src/texts'] },
  { path: 'src/generated', mayImport: ['src/texts'] },
  { path: 'src/texts', mayImport: [] },
  { path: 'src/rules', mayImport: ['src/contract', 'src/generated/texts'] },
  { path: 'src/review', mayImport: ['src/contract', 'src/rules'] },
  { path: 'src/openings', mayImport: ['src/contract', 'src/rules'] },
  { path: 'src/client', mayImport: ['src/contract', 'src/texts/translator.ts'] },
  { path: 'src/server/base', mayImport: [] },
  {
    path: 'src/server/data-access',
    mayImport: ['src/contract', 'src/generated', 'src/server/base/batcher.ts'],
  },
  {
    path: 'src/server/game',
    mayImport: ['src/contract', 'src/rules', 'src/server/data-access/db/records.ts'],
  },
  {
    path: 'src/server/live',
    mayImport: [
      'src/contract',
      'src/rules',
      'src/server/base/batcher.ts',
      'src/server/data-access',
      'src/server/game',
    ],
  },
  {
    path: 'src/server/engine',
    mayImport: [
      'src/contract',
      'src/rules',
      'src/server/data-access',
      'src/server/game',
      'src/server/live',
    ],
  },
  {
    path: 'src/server/services',
    mayImport: [
      'src/contract',
      'src/review',
      'src/rules',
      'src/server/base/settings.ts',
      'src/server/data-access',
      'src/server/game',
      'src/server/live',
    ],
  },
  { path: 'src/server/http-kit', mayImport: ['src/contract', 'src/server/base'] },
  {
    path: 'src/server/rest',
    mayImport: ['src/contract', 'src/server/base', 'src/server/http-kit', 'src/server/services'],
  },
  {
    path: 'src/server/trpc',
    mayImport: [
      'src/contract',
      'src/server/base',
      'src/server/data-access/db/records.ts',
      'src/server/game',
      'src/server/http-kit',
      'src/server/live',
      'src/server/services',
    ],
  },
  {
    path: 'src/server/ws',
    mayImport: [
      'src/contract',
      'src/server/base',
      'src/server/data-access/db/records.ts',
      'src/server/http-kit',
      'src/server/live',
      'src/server/services',
    ],
  },
  {
    path: 'src/server/http',
    mayImport: [
      'src/contract',
      'src/server/base',
      'src/server/http-kit',
      'src/server/rest',
      'src/server/trpc',
    ],
  },
  { path: 'src/server/container.ts', mayImport: ['src/server/rest', 'src/server/trpc'] },
  { path: 'src/server/open-bus.ts', mayImport: ['src/server/base', 'src/server/live/bus'] },
  { path: 'src/server/compose.ts', mayImport: ['src/server', 'src/contract'] },
  { path: 'src/server/main.ts', mayImport: ['src/server'] },
  { path: 'src/server/reports.ts', mayImport: ['src/server', 'src/contract'] },
  {
    path: 'src/components',
    mayImport: [
      'src/contract',
      'src/review',
      'src/openings',
      'src/rules',
      'src/client',
      'src/generated/texts',
      'src/texts',
    ],
  },
  {
    path: 'src/app',
    mayImport: [
      'src/contract',
      'src/review',
      'src/rules',
      'src/client',
      'src/components',
      'src/generated/texts',
      'src/server/container.ts',
    ],
  },
];

/** A package that only some parts may know. */
export const packageOwners: readonly {
  readonly name: RegExp;
  readonly owners: readonly string[];
}[] = [
  {
    name: /^(@prisma\/|better-sqlite3$|pg$)/,
    owners: ['src/server/data-access', 'src/generated'],
  },
  {
    name: /^@trpc\/server(?!\/observable)/,
    owners: ['src/server/trpc', 'src/contract/procedures.ts'],
  },
  // The client's links are built from this.
  { name: /^@trpc\/server\/observable/, owners: ['src/client'] },
  { name: /^@trpc\/client/, owners: ['src/client', 'src/components/api'] },
  { name: /^@trpc\/tanstack/, owners: ['src/components'] },
  { name: /^chessops/, owners: ['src/rules', 'src/openings'] },
  { name: /^chessground/, owners: ['src/components'] },
  { name: /^next(\/|$)/, owners: ['src/app', 'src/components', 'src/server/http/next-app.ts'] },
  { name: /^(react|react-dom)(\/|$)/, owners: ['src/app', 'src/components'] },
  {
    name: /^ws$/,
    owners: ['src/server/trpc', 'src/server/ws', 'src/server/http-kit/round-trips.ts'],
  },
  { name: /^redis$/, owners: ['src/server/live/bus/redis/redis-wire.ts'] },
  { name: /^node:http$/, owners: ['src/server'] },
];

/** What a part must not use, and why. */
export const forbidden: readonly {
  readonly path: string;
  readonly text: RegExp;
  readonly why: string;
}[] = [
  { path: 'src/', text: /\$transaction\(\s*async/, why: 'an interactive transaction loses writes' },
  { path: 'src/rules', text: /Date\.now|performance\.now|process\./, why: 'rules know no time' },
  { path: 'src/review', text: /Date\.now|performance\.now|process\./, why: 'review knows no time' },
  { path: 'src/server/live', text: /Date\.now|performance\.now/, why: 'time is an argument' },
  {
    path: 'src/server',
    text: /class (?!Feed\b)\w*Feed (?!extends Feed\b)/,
    why: 'a feed extends Feed, which asks what to do on resync and when all is cleared',
  },
  { path: 'src/server/services', text: /Date\.now|TRPCError/, why: 'time is an argument' },
];
