import { beforeAll, describe, expect, test } from 'vitest';
import { askCustomer } from '#modules/cases';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { codeOn, enterCode, lastBody, newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { answerDiscount, sendDiscount, withDiscount } from '#test/discount';

let house: TestApp;
/** Each reports about a home of their own: the second about one is told what is known there. */
let home = -1;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
});

const REPORT = '/services/missed-bin/report';

/** A missed bin at Avocet Way, up to the page that asks who it is. */
async function upToContact(browser: Browser): Promise<Browser> {
  await browser.visit(REPORT);
  await browser.submit({}, REPORT);
  await browser.submit({ place: 'IG11 0AE' });
  const homes = [...browser.html.matchAll(/value="(\d{12})"/g)].map(([, uprn]) => uprn ?? '');
  home += 1;
  await browser.submit({ place: homes[home] ?? `no home ${String(home)} of ${String(homes.length)}` });
  await browser.submit({ containers: ['rubbish'] });
  await browser.submit({ 'out-in-time': 'yes' });
  await browser.submit({ spilt: 'no' });
  await browser.submit({ photo: '' });
  return browser;
}

async function sendReport(browser: Browser, contact: { name: string; email: string; phone: string }): Promise<string> {
  await browser.submit(contact);
  await browser.submit({}, `${REPORT}/answers`);
  await house.work();
  return /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(browser.text)?.[0] ?? '';
}

async function reportAnonymously(email: string): Promise<string> {
  const browser = await upToContact(house.browser());
  return sendReport(browser, { name: 'Kay Sato', email, phone: '' });
}

/** Whoever works on it has a question. */
async function ask(reference: string): Promise<void> {
  const asked = await inCouncil(house.deps.db, house.councilId, (tx) =>
    askCustomer(tx, house.clock, systemActor(house.councilId), { case: reference, question: 'Which gate?' }),
  );
  expect(asked).toMatchObject({ ok: true });
}

describe('a report made while signed in', () => {
  test('has the details of the account filled in, changeable, and stands in the account with its promise', async () => {
    const email = newEmail();
    const browser = await upToContact(await withAccount(house, email, 'Kay Sato'));
    expect(browser.html).toContain('value="Kay Sato"');
    expect(browser.html).toContain(`value="${email}"`);
    const reference = await sendReport(browser, { name: 'Kay Sato', email, phone: '' });
    await browser.visit('/account');
    expect(browser.text).toContain(reference);
    expect(browser.text).toMatch(/Next: .*by .* on \w+day \d+ November/);
    await browser.visit(`/track/${reference}`);
    expect(browser.text).toContain('Avocet Way');
    await browser.visit('/account/messages');
    expect(browser.text).toContain(`We have your report ${reference}`);
    expect(browser.text).not.toContain('Your code');
    expect(browser.html).not.toMatch(/\/open\/[\w-]{32,}/);
  });

  test('is nobody else’s: another account sees neither the case nor where it is', async () => {
    const browser = await upToContact(await withAccount(house));
    const reference = await sendReport(browser, { name: 'Mia Wong', email: newEmail(), phone: '' });
    const other = await withAccount(house);
    await other.visit('/account');
    expect(other.text).not.toContain(reference);
    await other.visit(`/track/${reference}`);
    expect(other.text).not.toContain('Avocet Way');
  });

  test('that waits for the customer stands at the top as what needs them', async () => {
    const browser = await upToContact(await withAccount(house));
    const reference = await sendReport(browser, { name: 'Mia Wong', email: '', phone: '07700 900 982' });
    await ask(reference);
    await browser.visit('/account');
    expect(browser.text).toMatch(/What needs you .*Answer our question/);
  });

  test('that still needs a piece of evidence says which, and by when', async () => {
    await withDiscount(house);
    const email = newEmail();
    const browser = await withAccount(house, email, 'Kay Sato');
    await answerDiscount(browser);
    await browser.submit({ how: 'later' });
    await sendDiscount(browser);
    await browser.visit('/account');
    expect(browser.text).toMatch(
      /What needs you .*“Proof of address” for Discount for living alone by Wednesday 9 December/,
    );
  });

  test('without an account offers to sign in, and comes back to the same question', async () => {
    const browser = await upToContact(house.browser());
    await browser.visit(/\/account\/sign-in\?back=[^"]+/.exec(browser.html)?.[0] ?? '');
    await browser.submit({ address: newEmail() });
    await enterCode(browser);
    await browser.submit({ name: 'Jo March' });
    expect(browser.url).toBe(`${REPORT}/contact`);
    expect(browser.html).toContain('value="Jo March"');
  });
});

describe('an earlier report', () => {
  test('made with the proven email address is offered and added with one press', async () => {
    const email = newEmail();
    const reference = await reportAnonymously(email);
    const browser = await withAccount(house, email, 'Kay Sato');
    expect(browser.text).toContain('made with your email address before you had an account');
    await browser.submit({}, '/account/claims/offered');
    expect(browser.text).not.toContain('before you had an account');
    await browser.visit(`/track/${reference}`);
    expect(browser.text).toContain('Avocet Way');
  });

  test('is added by its reference and the address given with it, and by nothing less', async () => {
    const email = newEmail();
    const reference = await reportAnonymously(email);
    const browser = await withAccount(house);
    await browser.visit('/account/claims');
    await browser.submit({ reference: 'nonsense', fact: '' });
    expect(browser.text).toContain('Enter the reference, like K7M3-QX9T');
    expect(browser.html).toContain('value="nonsense"');
    for (const fact of ['IG11 0AE', 'someone@else.example']) {
      await browser.submit({ reference, fact });
      expect(browser.status).toBe(422);
      expect(browser.text).toContain('do not belong together');
    }
    await browser.submit({ reference: reference.toLowerCase(), fact: email.toUpperCase() });
    expect(browser.url).toBe(`/track/${reference}`);
    await browser.visit('/account');
    expect(browser.text).toContain(reference);
  });

  test('is kept in the account by the link in its message', async () => {
    const email = newEmail();
    const reference = await reportAnonymously(email);
    const link = /\/track\/[\w-]+\/open\/[\w-]+/.exec(await lastBody(house, email))?.[0] ?? '';
    const browser = await withAccount(house);
    await browser.visit(link);
    await browser.submit({ account: 'yes' });
    await browser.visit('/account');
    expect(browser.text).toContain(reference);
  });
});

describe('a record that is there already', () => {
  test('is taken when it holds the proven address and the same name; a namesake or a housemate gets a record of their own', async () => {
    const ada = await house.signedIn('ada-mensah');
    await ada.visit('/desk');
    await ada.submit({ channel: 'phone' });
    const email = 'ines.ferreira@mail.example';
    await ada.submit({ name: 'Ines Ferreira', house: '', postcode: '', phone: '', email, born: '' });
    const records = async () =>
      (await house.deps.db.pool.query('select id from customers where name ilike $1', ['%ferreira'])).rows.length;
    expect(await records()).toBe(1);
    await withAccount(house, newEmail(), 'Ines Ferreira');
    expect(await records()).toBe(2);
    const same = await withAccount(house, email, 'Ines Ferreira');
    expect(same.url).toBe('/account');
    expect(await records()).toBe(2);
  });
});

describe('details', () => {
  test('are changed once: the record, the open case and what its officer reads', async () => {
    const email = newEmail();
    const browser = await upToContact(await withAccount(house, email, 'Kay Sato'));
    const reference = await sendReport(browser, { name: 'Kay Sato', email, phone: '' });
    await browser.visit('/account/details/address');
    await browser.submit({ address: '3 Avocet Way', postcode: 'nonsense' });
    expect(browser.status).toBe(422);
    expect(browser.html).toContain('value="3 Avocet Way"');
    await browser.submit({ address: '3 Avocet Way', postcode: 'ig110ae' });
    expect(browser.text).toContain('All our services use it now');
    const next = newEmail();
    await browser.visit('/account/details/email');
    await browser.submit({ address: next });
    await browser.submit({ code: codeOn(browser) });
    expect(browser.text).toContain(next);
    expect(await lastBody(house, email)).toContain('email address');
    const ada = await house.signedIn('ada-mensah');
    await ada.visit(`/desk/cases/${reference}`);
    expect(ada.text).toContain('The customer changed their email address');
    expect(ada.text).toContain('The customer changed their address');
    expect(ada.text).toContain(next);
    const { rows } = await house.deps.db.pool.query("select 1 from domain_events where type = 'customer.changed'");
    expect(rows.length).toBeGreaterThanOrEqual(2);
  });

  test('an address that another account has is refused only after it was proven', async () => {
    const taken = newEmail();
    await withAccount(house, taken);
    const browser = await withAccount(house);
    await browser.visit('/account/details/email');
    await browser.submit({ address: taken });
    expect(browser.text).toContain('Enter your code');
    await browser.submit({ code: codeOn(browser) });
    expect(browser.status).toBe(409);
    expect(browser.text).toContain('Another account has this email address');
  });
});

describe('choices', () => {
  test('keep a message back that nobody must have, and never one that they must', async () => {
    const email = newEmail();
    const browser = await withAccount(house, email, 'Lea Brandt');
    await browser.visit('/account/notifications');
    expect(browser.html.match(/checked/g)).toHaveLength(12);
    await browser.submit({ 'topic-done': ['email'] });
    expect(browser.text).toContain('Saved');
    expect(browser.html.match(/checked/g)).toHaveLength(1);
    await upToContact(browser);
    const reference = await sendReport(browser, { name: 'Lea Brandt', email, phone: '' });
    expect(await lastBody(house, email)).not.toContain(reference);
    await ask(reference);
    await house.work();
    expect(await lastBody(house, email)).toContain('Which gate?');
  });
});
