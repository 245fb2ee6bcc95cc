import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../src/server/data-access/db/migrations.ts';
import { SqliteAdapter } from '../../src/server/data-access/db/sqlite/adapter.ts';
import { root } from './processes.ts';
import { type Contents, fill } from './rows.ts';

/** Databases in one folder, created once per contents and copied for each server. */
export class Databases {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'rookery-bench-'));
  /** A file with empty tables. */
  #empty: Promise<string> | null = null;
  readonly #made = new Map<string, Promise<string>>();
  #copies = 0;

  /** The path of a new copy with these contents. */
  async copy(contents: Contents): Promise<string> {
    const key = JSON.stringify(contents);
    const made = this.#made.get(key) ?? this.#make(contents);
    this.#made.set(key, made);
    const file = path.join(this.folder, `copy-${++this.#copies}.db`);
    copyFileSync(await made, file);
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #make(contents: Contents): Promise<string> {
    this.#empty ??= this.#migrate();
    const file = path.join(this.folder, `${contents.kind}-${contents.games}.db`);
    copyFileSync(await this.#empty, file);
    await fill(file, contents);
    return file;
  }

  async #migrate(): Promise<string> {
    const file = path.join(this.folder, 'empty.db');
    await migrate(path.join(root, 'prisma/sqlite'), new SqliteAdapter({ url: file }));
    return file;
  }
}
