import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { APPLY, answerDiscount, prove, sendDiscount, withDiscount } from '#test/discount';
import { expireEvidence } from './expire-evidence.ts';

const ADDRESS = `${APPLY}/evidence/proof-of-address`;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

let house: TestApp;
let photo: Buffer;
beforeAll(async () => {
  house = await startApp();
  await withDiscount(house);
  photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#337755' } })
    .withExif({ IFD0: { Copyright: 'Kay Marsh' } })
    .jpeg()
    .toBuffer();
});

const file = (bytes: Buffer, name = 'statement.pdf') => ({ field: 'file', name, bytes });

async function applied(how: Record<string, string> = { how: 'later' }): Promise<{ kay: Browser; reference: string }> {
  const kay = house.browser();
  await answerDiscount(kay);
  await kay.submit(how);
  return { kay, reference: await sendDiscount(kay) };
}

async function atDesk(reference: string, person = 'yusuf-ali'): Promise<Browser> {
  const desk = await house.signedIn(person);
  await desk.visit(`/desk/cases/${reference}`);
  return desk;
}

const evidencePath = (reference: string) => `/desk/cases/${reference}/evidence`;

describe('evidence in a web form', () => {
  test('stands on a page of its own after the questions, with what is needed, why and what will do', async () => {
    const kay = house.browser();
    await answerDiscount(kay);
    expect(kay.url).toBe(ADDRESS);
    expect(kay.text).toContain('Show us: Proof of address');
    expect(kay.text).toContain('We check that you live there.');
    expect(kay.text).toContain('A bank statement from the last 2 months');
    expect(kay.text).toContain('Within 14 days of sending this form');
    expect(kay.text).not.toContain('Letter from the university');

    await kay.submit({});
    expect(kay.status).toBe(422);
    expect(kay.text).toContain('Choose how you will show it');
    await kay.submit({ how: 'upload' });
    expect(kay.text).toContain('Choose a file, or another way to show it');
  });

  test('that is uploaded goes with the application, is stripped, and is opened at the desk with the look logged', async () => {
    const kay = house.browser();
    await answerDiscount(kay);
    await kay.attach(ADDRESS, file(photo, 'letter.jpg'), { how: 'upload' });
    expect(kay.url).toBe(`${APPLY}/contact`);
    const reference = await sendDiscount(kay);

    const yusuf = await atDesk(reference);
    expect(yusuf.text).toMatch(/Proof of address To check .* letter.jpg not checked for viruses/);
    expect(yusuf.html).not.toContain(`/desk/cases/${reference}/files/`);
    const path = /\/desk\/cases\/[^"]*\/evidence\/[^"]*\/files\/[^"]*/.exec(yusuf.html)?.[0] ?? '';
    await yusuf.visit(path);
    expect(yusuf.status).toBe(200);
    expect(yusuf.page?.rawPayload.includes('Kay Marsh')).toBe(false);
    const { rows } = await house.deps.db.pool.query<{ purpose: string }>(
      "select purpose from audit_entries where act = 'file.read' and subject_id = $1",
      [path.split('/').at(-1)],
    );
    expect(rows).toEqual([{ purpose: 'checking evidence: Proof of address' }]);
    await prove(kay, reference);
    expect(kay.text).toContain('We have it and will check it');
    expect(kay.html).not.toContain('<img');
  });

  test('that is sent later is asked for by a date, and the piece that the answers do not call for is not', async () => {
    const { kay, reference } = await applied();
    await prove(kay, reference);
    expect(kay.text).toContain('Please send it by Tuesday 8 December.');
    await kay.visit(`/track/${reference}/evidence/proof-of-address`);
    await kay.attach(`/track/${reference}/evidence/proof-of-address`, file(PDF));
    expect(kay.url).toBe(`/track/${reference}`);
    expect(kay.text).toContain('We have it and will check it');
    expect(kay.text).toContain('Sent as evidence: Proof of address.');
    const { rows } = await house.deps.db.pool.query(
      'select piece from evidence e join cases c on c.id = e.case_id where c.reference = $1',
      [reference],
    );
    expect(rows).toEqual([{ piece: 'proof-of-address' }]);
  });

  test('is for whoever gave the second fact alone', async () => {
    const { reference } = await applied();
    const stranger = house.browser();
    await stranger.visit(`/track/${reference}/evidence/proof-of-address`);
    expect(stranger.url).toBe(`/track/${reference}`);
    expect(stranger.text).not.toContain('Proof of address');
  });

  test.each<[string, Buffer, string, RegExp]>([
    [
      'a zip that would unfold to gigabytes',
      Buffer.from('504b0304140000000800', 'hex'),
      'bomb.zip',
      /must be a photo .* or a PDF/,
    ],
    [
      'a program',
      Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      'statement.pdf',
      /must be a photo .* or a PDF/,
    ],
    ['an empty file', Buffer.alloc(0), 'empty.pdf', /The file is empty/],
  ])('is not taken as %s; the page says so and keeps the form', async (_, bytes, name, message) => {
    const kay = house.browser();
    await answerDiscount(kay);
    await kay.attach(ADDRESS, file(bytes, name), { how: 'upload' });
    expect(kay.status).toBe(422);
    expect(kay.text).toMatch(message);
  });

  test('that must be shown in person cannot be uploaded, and is marked by whoever saw it', async () => {
    const kay = house.browser();
    await answerDiscount(kay, { alone: 'no' });
    await kay.submit({ how: 'later' });
    expect(kay.text).toContain('You need to show this to us in person');
    expect(kay.html).not.toContain('type="file"');
    await kay.submit({}, '');
    const reference = await sendDiscount(kay);

    const ada = await atDesk(reference, 'ada-mensah');
    expect(ada.text).toContain('Must be shown in person');
    await ada.submit({ piece: 'passport', act: 'seen' }, evidencePath(reference));
    expect(ada.text).toMatch(/Passport Checked Must be shown in person · Seen in person Ada Mensah/);
  });
});

describe('evidence at the desk', () => {
  test('that will not do is refused with a reason, the promise waits, and runs again when another is here', async () => {
    const { kay, reference } = await applied();
    const send = async () => {
      await prove(kay, reference);
      await kay.visit(`/track/${reference}/evidence/proof-of-address`);
      await kay.attach(`/track/${reference}/evidence/proof-of-address`, file(PDF));
    };
    await send();
    const yusuf = await atDesk(reference);
    await yusuf.submit({ piece: 'proof-of-address', act: 'refuse', reason: '', words: '' }, evidencePath(reference));
    expect(yusuf.text).toContain('Choose what is wrong with it, or write it');
    await yusuf.submit(
      { piece: 'proof-of-address', act: 'refuse', words: 'It shows another address.' },
      evidencePath(reference),
    );
    expect(yusuf.text).toContain('Waiting for the customer');
    await house.work();
    const { rows } = await house.deps.db.pool.query<{ body: string }>(
      "select m.body from messages m join cases c on c.id = m.case_id where c.reference = $1 and m.template_slug = 'waiting-for-you'",
      [reference],
    );
    expect(rows[0]?.body).toContain('It shows another address. Please send another.');

    await send();
    await yusuf.visit(`/desk/cases/${reference}`);
    expect(yusuf.text).not.toContain('Waiting for the customer');
    await yusuf.submit({ piece: 'proof-of-address', act: 'check' }, evidencePath(reference));
    expect(yusuf.text).toContain('Good until 24 December 2026');
    const { rows: states } = await house.deps.db.pool.query<{ state: string }>(
      'select h.state from evidence_history h join evidence e on e.id = h.evidence_id join cases c on c.id = e.case_id where c.reference = $1 order by h.at, h.id',
      [reference],
    );
    expect(states.map(({ state }) => state)).toEqual(['asked', 'given', 'refused', 'given', 'checked']);
  });

  test('can be asked for beyond the list, with the reason that the customer reads', async () => {
    const { kay, reference } = await applied();
    const yusuf = await atDesk(reference);
    const path = `/desk/cases/${reference}/more-evidence`;
    await yusuf.submit({ 'more-piece': '', 'more-name': 'Tenancy agreement', 'more-why': '' }, path);
    expect(yusuf.status).toBe(422);
    await yusuf.submit(
      { 'more-piece': '', 'more-name': 'Tenancy agreement', 'more-why': 'We need the start date.' },
      path,
    );
    expect(yusuf.text).toContain('Waiting for the customer');
    await prove(kay, reference);
    expect(kay.text).toContain('Tenancy agreement');
  });

  test('expires when its days are over, and the officer reads so', async () => {
    const own = await startApp();
    await withDiscount(own);
    const kay = own.browser();
    await answerDiscount(kay);
    await kay.attach(ADDRESS, file(PDF), { how: 'upload' });
    const reference = await sendDiscount(kay);
    const yusuf = await own.signedIn('yusuf-ali');
    await yusuf.visit(`/desk/cases/${reference}`);
    await yusuf.submit({ piece: 'proof-of-address', act: 'check' }, evidencePath(reference));
    own.clock.advance(31 * 24 * 60);
    await expireEvidence(own.deps);
    const again = await own.signedIn('yusuf-ali');
    await again.visit(`/desk/cases/${reference}`);
    expect(again.text).toMatch(/Proof of address Expired/);
    expect(again.text).toContain('Evidence has expired: Proof of address');
  });

  test('is not for somebody of another team to check', async () => {
    const { kay, reference } = await applied();
    await prove(kay, reference);
    await kay.visit(`/track/${reference}/evidence/proof-of-address`);
    await kay.attach(`/track/${reference}/evidence/proof-of-address`, file(PDF));
    const ada = await atDesk(reference, 'ada-mensah');
    await ada.submit({ piece: 'proof-of-address', act: 'check' }, evidencePath(reference));
    expect(ada.status).toBe(422);
    expect(ada.text).toContain('Only the team that owns this case');
  });
});
