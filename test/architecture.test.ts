import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MAY_USE } from '../architecture.mjs';

interface Source {
  file: string;
  text: string;
  /** The module, or `platform`, or the door that the file belongs to. */
  room: string;
}

const sources: Source[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file: `src/${file}`, text: readFileSync(`src/${file}`, 'utf8'), room: roomOf(file) }));

const owners = new Map(
  sources
    .filter(({ file }) => file.endsWith('/tables.ts'))
    .flatMap(({ text, room }) => declaredIn(text).map((table) => [table, room] as const)),
);

const mayUse = new Map<string, readonly string[]>(Object.entries(MAY_USE));

describe('the rooms', () => {
  test('are the ones that the list of who may call whom names', () => {
    const folders = readdirSync('src/modules');
    expect(folders.filter((folder) => !mayUse.has(folder))).toEqual([]);
    // A room may be named before it is built; what it may use must be a room all the same, and a lower one.
    const order = [...mayUse.keys()];
    const upward = [...mayUse].flatMap(([room, uses]) =>
      uses.filter((used) => order.indexOf(used) >= order.indexOf(room)).map((used) => `${room} → ${used}`),
    );
    expect(upward).toEqual([]);
  });

  test('write no table but their own, through the query builder or in raw SQL', () => {
    expect(owners.size).toBeGreaterThan(40);
    const trespasses = sources.flatMap(({ file, text, room }) =>
      written(text)
        .filter((table) => owners.has(table) && owners.get(table) !== room)
        .map((table) => `${file} writes ${table} of ${owners.get(table) ?? ''}`),
    );
    expect(trespasses).toEqual([]);
  });

  test('read the tables of no room that they may not call', () => {
    const allowed = (room: string, owner: string): boolean =>
      owner === room || owner === 'platform' || !mayUse.has(room) || (mayUse.get(room)?.includes(owner) ?? false);
    const peeks = sources.flatMap(({ file, text, room }) =>
      read(text)
        .filter((table) => owners.has(table) && !allowed(room, owners.get(table) ?? ''))
        .map((table) => `${file} reads ${table} of ${owners.get(table) ?? ''}`),
    );
    expect(peeks).toEqual([]);
  });

  test('see a planted trespass, over a line break and in raw SQL', () => {
    expect(written(".insertInto(\n  'cases',\n)")).toEqual(['cases']);
    expect(written('sql`update cases set stage = 1`')).toEqual(['cases']);
    expect(read(".leftJoin('customers as c', 'x', 'y')")).toEqual(['customers']);
  });
});

function roomOf(file: string): string {
  return /^(?:modules\/)?([\w-]+)\//.exec(file)?.[1] ?? 'root';
}

function declaredIn(text: string): string[] {
  const block = /interface Database \{([\s\S]*?)\n {2}\}/.exec(text)?.[1] ?? '';
  return [...block.matchAll(/^ +(\w+):/gm)].map(([, table = '']) => table);
}

function written(text: string): string[] {
  const built = [...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"`](\w+)/g)];
  const raw = rawSql(text).flatMap((sql) => [
    ...sql.matchAll(/\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+(?:only\s+)?"?(\w+)/gi),
  ]);
  return [...built, ...raw].map(([, table = '']) => table);
}

function read(text: string): string[] {
  const built = [...text.matchAll(/\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|using)\(\s*['"`](\w+)/g)];
  const raw = rawSql(text).flatMap((sql) => [...sql.matchAll(/\b(?:from|join)\s+"?(\w+)/gi)]);
  return [...built, ...raw].map(([, table = '']) => table);
}

/** The texts handed to PostgreSQL as they stand: tagged templates, and queries on a pool or client. */
function rawSql(text: string): string[] {
  const tagged = [...text.matchAll(/\bsql(?:<[^`]*?>)?`([\s\S]*?)`/g)];
  const queried = [...text.matchAll(/(?:\.query(?:<[^(]*>)?\(|text:\s*)\s*['"`]([\s\S]*?)['"`]/g)];
  return [...tagged, ...queried].map(([, sql = '']) => sql);
}
