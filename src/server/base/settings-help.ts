import { settingList } from './settings.ts';

interface Row {
  readonly name: string;
  readonly form: string;
  /** As it is written in the environment; empty when there is none. */
  readonly byDefault: string;
  readonly help: string;
}

const rows: readonly Row[] = Object.entries(settingList).map(([name, { form, schema, help }]) => {
  const value: unknown = schema.parse(undefined);
  return { name, form, byDefault: value === undefined ? '' : String(value), help };
});

/** For a terminal. */
const text = () =>
  rows
    .map(({ name, form, byDefault, help }) => {
      const otherwise = byDefault ? `, otherwise ${byDefault}` : '';
      return `  ${name.padEnd(16)} ${help}\n${' '.repeat(19)}(${form}${otherwise})`;
    })
    .join('\n');

/** The table in the README. */
const markdown = () =>
  [
    '| Setting | Form | Default | |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ name, form, byDefault, help }) => {
      const shown = byDefault ? `\`${byDefault}\`` : '';
      return `| \`${name}\` | ${form} | ${shown} | ${help} |`;
    }),
  ].join('\n');

/** A file to copy to `.env`, where `npm start` reads it. */
const env = () =>
  rows
    .map(({ name, form, byDefault, help }) => `# ${help} (${form})\n# ${name}=${byDefault}`)
    .join('\n\n');

/** The settings as `npm run help` prints them, as the README's table, or as `.env.example`. */
export const settingsHelp = { text, markdown, env } as const;
