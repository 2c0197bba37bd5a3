import { beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import { APPLY, answerDiscount, withDiscount } from '#test/discount';

const ADDRESS = `${APPLY}/evidence/proof-of-address`;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
/** What a zip bomb looks like before anybody unpacks it: a local file header, then what it would unfold to. */
const ZIP = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(2_000)]);

let house: TestApp;
beforeAll(async () => {
  house = await startApp();
  await withDiscount(house);
});

async function send(count: number, bytes: Buffer) {
  const kay = house.browser();
  await answerDiscount(kay);
  const form = new FormData();
  const hidden = [...kay.html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  for (const [, name = '', value = ''] of hidden) form.append(name, value);
  form.append('how', 'upload');
  for (let at = 1; at <= count; at++) form.append('file', new Blob([new Uint8Array(bytes)]), `page-${at}.pdf`);
  const sent = new Response(form);
  await kay.post(ADDRESS, sent.headers.get('content-type') ?? '', Buffer.from(await sent.arrayBuffer()));
  return kay;
}

test('of 50 files the first 10 are kept, and what to do with the others is said', async () => {
  const kay = await send(50, PDF);
  expect(kay.status).toBe(422);
  expect(kay.text).toContain('You can send 10 files at once, so we left out the last 40. Add more in a second step');
  expect(kay.text).toContain('You have added 10 files');
  expect(kay.text).toContain('page-10.pdf');
  expect(kay.text).not.toContain('page-11.pdf');
});

test('an archive is refused by what it is and never unpacked, whatever it is called', async () => {
  const kay = await send(1, ZIP);
  expect(kay.status).toBe(422);
  expect(kay.text).toContain('page-1.pdf: The file must be a photo (JPG, PNG, HEIC or WebP) or a PDF');
});
