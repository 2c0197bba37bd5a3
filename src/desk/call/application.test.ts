import { beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { offerHardshipGrant } from '#test/hardship-grant';

let house: TestApp;
let ada: Browser;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  await offerHardshipGrant(house);
  ada = await house.signedIn('ada-mensah');
});

const callFrom = async (name: string, email: string, browser = ada) => {
  await browser.visit('/desk');
  await browser.submit({ channel: 'phone' });
  await browser.submit({ name, house: '', postcode: 'RM9 6HR', phone: '', email, born: '' });
  await browser.visit(browser.url.split('#')[0] ?? '');
};

/** The address of the contact, whatever step of it is shown. */
const contact = (browser = ada) => browser.url.split(/[?#]/)[0]?.replace(/(\/contacts\/[^/]+).*/, '$1') ?? '';
const press = (act: string, fields: Record<string, string>, browser = ada) =>
  browser.submit(fields, `${contact(browser)}/${act}`);

const YOU = { 'full-name': 'Mo Farrow', mail: 'mo@mail.example', 'lives-here': 'yes', partner: 'no', income: '150' };
const CHILD = { 'child-name': 'Ida Farrow', 'child-at-school': 'no', 'child-school': '' };
const PAYMENT = {
  'account-holder': 'M Farrow',
  'account-sort-code': '30 94 30',
  'account-account': '12345678',
  true: 'yes',
};

test('an application is taken step by step, each with all its questions in spoken words, and becomes a case', async () => {
  await callFrom('Mo Farrow', 'mo@mail.example');
  await ada.submit({ service: 'hardship-grant' });
  expect(ada.text).toContain('“I can fill this in with you.”');
  expect(ada.text).toContain('“And what comes in each week, before tax?”');
  expect(ada.text).toContain('The grant is for people who live here.');
  expect(ada.text).toContain('Only if “Do you have a partner?” is yes');
  expect(ada.text).toContain('Children to come');
  expect(ada.text).not.toContain('Worked out');
  await press('answers', YOU);
  expect(ada.text).toContain('Say: “You may get the grant”');
  expect(ada.text).toContain('“You earn £7,800 in a year.”');
  await press('result', { next: 'on' });
  await press('answers', { ...CHILD, more: 'yes' });
  expect(ada.text).toContain('Children (child 2)');
  await press('answers', { 'child-name': 'Bo Farrow', 'child-at-school': 'yes', 'child-school': 'Hill Road' });
  expect(ada.text).toContain('Bo Farrow, Yes, Hill Road');
  await press('more', { more: 'no' });
  expect(ada.text).toContain('Read out: “What I have said is right as far as I know.”');
  expect(ada.text).toContain('they can send it after the call, or show it at a counter');
  await press('answers', PAYMENT);
  expect(ada.text).toContain('M Farrow, account ending 5678');
  expect(ada.html).not.toContain('12345678');
  expect(ada.text).toContain('Worked out: Earned in a year: £7,800');
  await press('case', { 'answered-by': 'helper', helper: '' });
  expect(ada.text).toContain('Enter who answers for them');
  await press('case', { 'answered-by': 'helper', helper: 'Their sister' });
  expect(ada.text).toContain('In this contact 1');
  expect(ada.text).toContain('not told yet');
  const reference = /\/desk\/cases\/([^"]+)"/.exec(ada.html)?.[1] ?? '';
  await ada.visit(`/desk/cases/${reference}`);
  expect(ada.text).toContain('answered by somebody who helps the customer, typed by Ada Mensah');
  expect(ada.text).toContain('account ending 5678');
});

test('a form that was filled in for somebody is counted on its own, with its case behind the number', async () => {
  const kath = await house.signedIn('kath-bryant');
  await kath.visit('/desk/today');
  expect(kath.text).toContain('1 forms filled in for somebody');
  await kath.visit('/desk/today/assisted');
  expect(kath.text).toContain('Hardship grant');
});

test('no number of an account is stored in the open', async () => {
  const { rows } = await house.deps.db.pool.query<{ stored: string }>(
    "select (select string_agg(answers::text, ' ') from submissions) || (select string_agg(answers::text, ' ') from drafts) as stored",
  );
  expect(rows[0]?.stored).toContain('M Farrow');
  expect(rows[0]?.stored).not.toContain('12345678');
});

test('what was wrong is said with everything that was typed, and a question that does not apply is not asked for', async () => {
  await callFrom('Ravi Menon', 'ravi@mail.example');
  await ada.submit({ service: 'hardship-grant' });
  await press('answers', { ...YOU, 'full-name': 'Ravi Menon', income: 'plenty' });
  expect(ada.status).toBe(422);
  expect(ada.html).toContain('value="plenty"');
  await press('answers', { ...YOU, partner: 'yes', 'partner-name': '' });
  expect(ada.text).toContain("Answer the question “Your partner's name”");
  await press('answers', { ...YOU, income: '7800' });
  expect(ada.text).toContain('Say what comes in in a week, not in a year');
  expect(ada.html).toContain('value="7800"');
  await press('answers', { ...YOU, income: '300' });
  expect(ada.text).toContain('Children now');
});

test('an earlier step is changed, later answers stay, and a step that now applies is asked', async () => {
  await press('answers', { ...CHILD, more: 'no' });
  expect(ada.text).toContain('Payment now');
  await ada.visit(`${contact()}?step=about-you`);
  expect(ada.text).toContain('About you now');
  expect(ada.html).toMatch(/name="income"[^>]*value="300"/);
  await press('answers', { ...YOU, income: '300', partner: 'yes', 'partner-name': 'Ana Menon' });
  expect(ada.text).toContain('Work of your partner now');
  await ada.visit(`${contact()}?step=children`);
  expect(ada.text).toContain('Ida Farrow, No');
});

test('a result that ends the form is said with its reason and other help, and the contact keeps why', async () => {
  await ada.visit(`${contact()}?step=about-you`);
  await press('answers', { ...YOU, 'lives-here': 'no' });
  expect(ada.text).toContain('Say: “You cannot have this grant”');
  expect(ada.text).toContain('This rests on: the grant scheme of 2026, part 2.');
  expect(ada.text).not.toContain('they want to go on');
  await press('result', { next: 'end' });
  expect(ada.text).toContain('Hardship grant: You cannot have this grant It is for people who live in Estuary.');
});

test("the form is filled from the customer's record, never from the last caller's answers or the adviser's own details", async () => {
  await callFrom('Lena Okoro', 'lena@mail.example');
  await ada.submit({ service: 'hardship-grant' });
  expect(ada.html).toContain('value="Lena Okoro"');
  expect(ada.html).toContain('value="lena@mail.example"');
  expect(ada.text).toContain('From their record: ask whether it is right.');
  expect(ada.html).not.toMatch(/autocomplete="(name|email|tel)"/);
  const form = ada.html.slice(ada.html.indexOf('name="full-name"')).split('</form>')[0];
  expect(form).not.toContain('Mo Farrow');
  expect(form).not.toContain('mensah');
});

test('a contact that turns out to be with somebody else begins the form again, and an old window cannot fill it', async () => {
  await press('answers', { ...YOU, 'full-name': 'Lena Okoro' });
  const old = ada.twin();
  await ada.submit({ find: 'ravi menon' });
  const ravi = /name="customer" value="([^"]+)"/.exec(ada.html)?.[1] ?? '';
  await ada.submit({ customer: ravi });
  expect(ada.text).toContain('About you now');
  expect(ada.html).toContain('value="Ravi Menon"');
  expect(ada.html).not.toContain('Lena Okoro');
  await press('result', { next: 'on' }, old);
  expect(old.status).toBe(422);
  expect(old.text).toContain('The form that you typed in is not open any more');
});

test('nothing is opened while questions are left, and a step cannot be leapt over', async () => {
  const { html } = ada;
  expect(html).not.toContain(`${contact()}/case"`);
  await ada.visit(`${contact()}?step=payment`);
  expect(ada.text).toContain('About you now');
  await ada.visit(`${contact()}?step=children&item=7`);
  expect(ada.text).toContain('About you now');
});
