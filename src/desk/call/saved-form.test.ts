import { beforeEach, expect, test } from 'vitest';
import { leaveDrafts } from '#modules/forms';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { offerHardshipGrant } from '#test/hardship-grant';

const BASE = '/services/hardship-grant/apply';

let house: TestApp;
let mo: Browser;
let ada: Browser;

beforeEach(async () => {
  house = await startApp({ now: '2026-11-25T10:00:00Z' });
  await offerHardshipGrant(house);
  mo = house.browser();
  await mo.visit(BASE);
  await mo.submit({}, BASE);
  await mo.submit({ 'full-name': 'Mo Farrow' });
  await mo.submit({ mail: '' });
  await mo.submit({ 'lives-here': 'yes' });
  await mo.visit(`${BASE}/later`);
  await mo.submit({ email: 'mo@mail.example', call: 'yes', phone: '07700 900123', name: 'Mo' });
  await mo.visit(`${BASE}/next`);
  ada = await house.signedIn('ada-mensah');
});

const contact = () => /\/desk\/contacts\/[\w-]+/.exec(ada.url)?.[0] ?? '';
const press = (act: string, fields: Record<string, string>) => ada.submit(fields, `${contact()}/${act}`);
const link = async () => {
  const { rows } = await house.deps.db.pool.query<{ body: string }>('select body from messages order by made_at');
  return rows.flatMap(({ body }) => /\/return\/[\w-]+/.exec(body)?.[0] ?? [])[0] ?? '';
};
const YOU = { 'full-name': 'Mo Farrow', mail: '', 'lives-here': 'yes', partner: 'no', income: '300' };

/** Left for long enough: on the list, and called. */
async function called(): Promise<void> {
  house.clock.advance(49 * 60);
  await leaveDrafts(house.deps, house.councilId);
  ada = await house.signedIn('ada-mensah');
  await ada.visit('/desk/forms-left');
  await ada.submit({}, /\/desk\/forms-left\/[\w-]+\/contact/.exec(ada.html)?.[0] ?? '');
}

/** Found by name, and who they are checked by the council's rule. */
async function identified(): Promise<void> {
  await ada.visit('/desk');
  await ada.submit({ channel: 'counter' });
  await ada.submit({
    name: 'Mo Farrow',
    house: '',
    postcode: 'RM9 6HR',
    phone: '',
    email: 'mo@mail.example',
    born: '',
  });
  await ada.visit(contact());
}

test('a form that was left is gone on with in the call, once they say yes, with their answers marked as theirs', async () => {
  await called();
  expect(ada.text).toContain('Begun online, not sent 1');
  expect(ada.text).toContain('May I open what you answered, and go on with you?');
  expect(ada.text).not.toContain('Do you live here?');
  await press('saved-form', {});
  expect(ada.status).toBe(422);
  expect(ada.text).toContain('Ask whether you may open it');
  await press('saved-form', { consent: 'yes' });
  expect(ada.html).toContain('value="Mo Farrow"');
  expect(ada.text).toContain('Their own answer, given online.');
  expect(ada.text).toContain('that you may go on with it');
  await press('answers', YOU);
  expect(ada.text).toContain('Children now');
  await ada.visit(`${contact()}?step=about-you`);
  expect(ada.text.split('Their own answer, given online').length - 1).toBe(3);
  const { rows } = await house.deps.db.pool.query<{ detail: unknown }>(
    "select detail from audit_entries where act = 'form.opened-for-customer'",
  );
  expect(rows).toMatchObject([{ detail: { consent: true } }]);
  await ada.visit('/desk/forms-left');
  expect(ada.text).toContain('Nobody waits to be called');
});

test('the customer finds everything when they come back, what staff typed is marked, and the case says who typed what', async () => {
  await called();
  await press('saved-form', { consent: 'yes' });
  await press('answers', YOU);
  await press('service/left', {});
  const back = house.browser();
  await back.visit(await link());
  await back.submit({ email: 'mo@mail.example' });
  expect(back.url).toBe(`${BASE}/questions/child-name`);
  await back.submit({ 'child-name': 'Ida' });
  await back.submit({ 'child-at-school': 'no' });
  await back.submit({ more: 'no' });
  await back.submit({ 'account-holder': 'M Farrow', 'account-sort-code': '309430', 'account-account': '12345678' });
  await back.attach(`${BASE}/questions/letter`, {
    field: 'letter',
    name: 'letter.pdf',
    bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
  });
  await back.submit({ true: 'yes' });
  await back.submit({ name: 'Mo Farrow', email: 'mo@mail.example', phone: '' });
  expect(back.text.split('Our adviser typed this with you').length - 1).toBe(2);
  await back.submit({}, `${BASE}/answers`);
  const { rows } = await house.deps.db.pool.query<{ reference: string }>(
    "select reference from cases where service_slug = 'hardship-grant'",
  );
  await ada.visit(`/desk/cases/${rows[0]?.reference ?? ''}`);
  expect(ada.text).toContain('the customer typed 7 answers online, Ada Mensah 2 answers; sent by the customer');
});

test('neither writes over the other unseen: the customer is told what was answered with them, and so is the adviser', async () => {
  await mo.visit(`${BASE}/questions/full-name`);
  await called();
  await press('saved-form', { consent: 'yes' });
  const open = ada.twin();
  await press('answers', { ...YOU, 'full-name': 'Mohammed Farrow' });
  await mo.submit({ 'full-name': 'Moh Farrow' });
  expect(mo.status).toBe(409);
  expect(mo.text).toContain('Our adviser answered this with you meanwhile: “Mohammed Farrow”');
  expect(mo.html).toContain('value="Moh Farrow"');
  await mo.submit({ 'full-name': 'Moh Farrow' });
  expect(mo.status).toBe(200);
  await open.submit({ ...YOU, 'full-name': 'Mo F' }, `${contact()}/answers`);
  expect(open.status).toBe(422);
  expect(open.text).toContain('This was changed online meanwhile. It stands as: Your name “Moh Farrow”');
  expect(open.html).toContain('value="Mo F"');
});

test('from the customer’s page it is opened for whoever has proven who they are, and for nobody else', async () => {
  await identified();
  expect(ada.text).toContain('Check who they are before you open one');
  // They said that we may ring their number: that is no proof of who stands at the counter.
  await press('saved-form', { consent: 'yes' });
  expect(ada.text).toContain('Check who they are first');
  await ada.submit({ fact: ['name', 'postcode', 'email'] });
  await press('saved-form', { consent: 'yes' });
  expect(ada.html).toContain('value="Mo Farrow"');
});

test('a customer’s page lists what they began, and begins the contact for it', async () => {
  await identified();
  const { rows } = await house.deps.db.pool.query<{ id: string }>("select id from customers where name = 'Mo Farrow'");
  await ada.visit(`/desk/customers/${rows[0]?.id ?? ''}`);
  expect(ada.text).toContain('Begun online, not sent 1');
  await ada.submit({ channel: 'counter' });
  expect(contact()).not.toBe('');
  expect(ada.text).toContain('Mo Farrow');
  expect(ada.text).toContain('Begun online, not sent 1');
});
