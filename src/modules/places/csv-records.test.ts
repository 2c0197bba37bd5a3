import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecords } from './csv-records.ts';

async function read(text: string) {
  const unreadable: number[] = [];
  const records = [];
  for await (const record of csvRecords(Readable.from([text]), ({ line }) => unreadable.push(line)))
    records.push(record);
  return { records, unreadable };
}

test('a byte-order mark, Windows line ends, empty lines and short rows are taken', async () => {
  const { records } = await read('\uFEFFa, b \r\n1,"x, ""y"""\r\n\r\n2\r\n');
  expect(records).toEqual([
    { line: 2, fields: { A: '1', B: 'x, "y"' } },
    { line: 4, fields: { A: '2', B: undefined } },
  ]);
});

test('a quote that is never closed costs its own line and no other', async () => {
  const rest = Array.from({ length: 60 }, (_, index) => `${index},fine`);
  const { records, unreadable } = await read(['a,b', '0,"never closed', ...rest].join('\n'));
  expect(unreadable).toEqual([2]);
  expect(records).toHaveLength(60);
});

test('a quote inside a field costs its own line and no other', async () => {
  const { records, unreadable } = await read('a,b\n1,"THE" MILL\n2,fine\n');
  expect(unreadable).toEqual([2]);
  expect(records.map(({ fields }) => fields['A'])).toEqual(['2']);
});

test('what is written as CSV is read back, line breaks and quotes included', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') }).map((text) => text.trim());
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), async (rows) => {
      fc.pre(rows.every((row) => row.every((text) => text.split('\n').length < 8)));
      const text = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
      const { records } = await read(text);
      expect(records.map(({ fields }) => [fields['A'], fields['B']])).toEqual(rows);
    }),
  );
});
