import { expect, test } from 'vitest';
import { EICAR, fakeClamd } from '#test/fake-clamd';
import { scanWithClamd } from './clamd.ts';

test('bytes arrive whole, whatever their length, and the verdict comes back', async () => {
  const clamd = await fakeClamd();
  const large = Buffer.alloc(300_000, 7);
  expect(await scanWithClamd(clamd.address, large)).toEqual({ isClean: true });
  expect(clamd.scanned[0]?.equals(large)).toBe(true);
  expect(await scanWithClamd(clamd.address, Buffer.alloc(0))).toEqual({ isClean: true });
  const found = await scanWithClamd(clamd.address, Buffer.from(`%PDF-1.7 ${EICAR}`));
  expect(found).toEqual({ isClean: false, found: 'Win.Test.EICAR_HDB-1' });
});

test.each(['garbage', 'cut-off', 'hang-up', 'too-large', 'endless', 'silent'] as const)(
  'a scanner that answers %j gives no verdict: nothing is clean because nobody said otherwise',
  async (how) => {
    const clamd = await fakeClamd();
    clamd.behaves(how);
    await expect(scanWithClamd(clamd.address, Buffer.from('%PDF'), 300)).rejects.toThrow(/clamd|ECONNRESET|EPIPE/);
  },
);

test('a scanner that is down gives no verdict', async () => {
  await expect(scanWithClamd({ host: '127.0.0.1', port: 1 }, Buffer.from('%PDF'))).rejects.toThrow('ECONNREFUSED');
});
