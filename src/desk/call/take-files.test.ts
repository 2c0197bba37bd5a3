import { beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { withDiscount } from '#test/discount';
import { offerHardshipGrant } from '#test/hardship-grant';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

let house: TestApp;
let ada: Browser;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  await offerHardshipGrant(house);
  await withDiscount(house);
  ada = await house.signedIn('ada-mensah');
});

const contact = () => /\/desk\/contacts\/[\w-]+/.exec(ada.url)?.[0] ?? '';
const press = (act: string, fields: Record<string, string | string[]>) => ada.submit(fields, `${contact()}/${act}`);
const attach = (act: string, field: string, file: { name: string; bytes: Buffer }, fields: Record<string, string>) =>
  ada.attach(`${contact()}/${act}`, { field, ...file }, fields);

async function begin(channel: string, service: string, name: string): Promise<void> {
  await ada.visit('/desk');
  await ada.submit({ channel });
  await ada.submit({
    name,
    house: '',
    postcode: 'RM9 6HR',
    phone: '',
    email: `${name[0] ?? ''}@mail.example`,
    born: '',
  });
  await ada.visit(contact());
  await ada.submit({ service });
}

const YOU = { 'full-name': 'Mo Farrow', mail: '', 'lives-here': 'yes', partner: 'no', income: '300' };
const PAY = {
  'account-holder': 'M Farrow',
  'account-sort-code': '309430',
  'account-account': '12345678',
  true: 'yes',
};
const toPayment = async () => {
  await press('answers', YOU);
  await press('answers', { 'child-name': 'Ida', 'child-at-school': 'no', 'child-school': '', more: 'no' });
};
const story = async () => {
  const reference = /\/desk\/cases\/([^"]+)"/.exec(ada.html)?.[1] ?? '';
  await ada.visit(`/desk/cases/${reference}`);
  return ada.text;
};

test('a file is taken over at the desk in the name of whoever took it, and goes with the case', async () => {
  await begin('counter', 'hardship-grant', 'Mo Farrow');
  await toPayment();
  await attach('answers', 'letter', { name: 'rent.pdf', bytes: PDF }, PAY);
  await ada.visit(`${contact()}?step=payment`);
  expect(ada.text).toContain('rent.pdf');
  const file = /\/desk\/contacts\/[\w-]+\/files\/[\w-]+/.exec(ada.html)?.[0] ?? '';
  const copy = ada.twin();
  await copy.visit(file);
  expect(copy.page?.headers['content-type']).toBe('application/pdf');
  const { rows } = await house.deps.db.pool.query<{ name: string }>(
    'select s.name from files f join staff_members s on s.id = f.uploaded_by where f.name = $1',
    ['rent.pdf'],
  );
  expect(rows).toEqual([{ name: 'Ada Mensah' }]);
  await ada.visit(contact());
  await press('case', { 'answered-by': 'customer', helper: '' });
  await story();
  expect(ada.text).toContain('1 file');
});

test('a file that will not do is refused in words, nothing typed is lost, and one that will is kept', async () => {
  await begin('phone', 'hardship-grant', 'Lena Okoro');
  await toPayment();
  await attach('answers', 'letter', { name: 'letter.pdf', bytes: Buffer.from('PK\u0003\u0004 not a letter') }, PAY);
  expect(ada.status).toBe(422);
  expect(ada.text).toContain('letter.pdf: The file must be a photo (JPG, PNG, HEIC or WebP) or a PDF');
  expect(ada.html).toContain('value="M Farrow"');
  expect(ada.text).not.toContain('They showed it to me');
  await attach('answers', 'letter', { name: 'kept.pdf', bytes: PDF }, { ...PAY, 'account-account': '12' });
  expect(ada.status).toBe(422);
  expect(ada.text).toContain('kept.pdf');
  await press('answers', PAY);
  await press('case', { 'answered-by': 'customer', helper: '' });
  expect(await story()).toContain('1 file');
});

test('what is shown at the counter instead of a file stands in the case, with who saw it', async () => {
  await begin('counter', 'hardship-grant', 'Ravi Menon');
  await toPayment();
  await press('answers', { ...PAY, 'shown-letter': 'yes' });
  await press('case', { 'answered-by': 'customer', helper: '' });
  expect(await story()).toContain('A letter about your rent: shown in person to Ada Mensah.');
});

test('evidence is taken at the end of the form: seen now is checked by whoever saw it', async () => {
  await begin('counter', 'living-alone', 'Kay Sato');
  await press('answers', { alone: 'no', student: 'yes' });
  expect(ada.text).toContain('“We check that you live there.”');
  await press('case', { 'answered-by': 'customer', helper: '' });
  expect(ada.status).toBe(422);
  expect(ada.text).toContain('Say how they show it: Proof of address');
  const how = { 'answered-by': 'customer', helper: '', 'evidence-proof-of-address': 'later' };
  await attach(
    'case',
    'file-student-letter',
    { name: 'student.pdf', bytes: PDF },
    {
      ...how,
      'evidence-passport': 'seen',
    },
  );
  const text = await story();
  expect(text).toMatch(/Passport Checked [^.]*Seen in person/);
  expect(text).toContain('Letter from the university To check');
  expect(text).toContain('student.pdf');
  expect(text).toContain('Proof of address Asked for They send it later');
});

test('over the telephone nothing can be seen', async () => {
  await begin('phone', 'living-alone', 'Noa Levi');
  await press('answers', { alone: 'no', student: 'no' });
  expect(ada.text).not.toContain('They showed it to me now');
  await press('case', {
    'answered-by': 'customer',
    helper: '',
    'evidence-proof-of-address': 'later',
    'evidence-passport': 'seen',
  });
  expect(await story()).toContain('Passport Asked for Must be shown in person');
});
