import { beforeAll, describe, expect, test } from 'vitest';
import { forgetDrafts, leaveDrafts } from '#modules/forms';
import { inCouncil } from '#platform/db';
import { askCode, enterCode, linkIn, newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';

const BASE = '/services/help-with-costs/apply';
/** In minutes. */
const HOUR = 60;
let house: TestApp;

beforeAll(async () => {
  house = await startApp();
  await withService(house, everyKind);
});

/** One question answered, the next one open. */
async function begun(browser: Browser): Promise<Browser> {
  await browser.visit(BASE);
  await browser.submit({}, BASE);
  await browser.submit({ 'lives-here': 'yes' });
  return browser;
}

async function signIn(address: string): Promise<Browser> {
  return enterCode(await askCode(house, address));
}

/** The first form that the account lists. */
function formOn(browser: Browser): string {
  return /\/account\/forms\/[\w-]{36}/.exec(browser.html)?.[0] ?? '';
}

describe('a form that was begun while signed in', () => {
  test('stands in the account, with when it was saved and until when it is kept, and goes on in another browser', async () => {
    const email = newEmail();
    const first = await begun(await withAccount(house, email));
    const other = await signIn(email);
    expect(other.text).toMatch(
      /Forms you have begun Help with costs Saved .*24 November.* We keep it until .*December/,
    );
    await other.submit({}, formOn(other));
    expect(other.url).toBe(`${BASE}/questions/full-name`);
    await first.visit(`${BASE}/questions/full-name`);
    expect(first.status).toBe(410);
  });

  test('is not listed before anything was answered, and not after it was deleted', async () => {
    const browser = await withAccount(house);
    await browser.visit(BASE);
    await browser.submit({}, BASE);
    await browser.visit('/account');
    expect(browser.text).not.toContain('Forms you have begun');
    await begun(browser);
    await browser.visit('/account');
    const form = formOn(browser);
    await browser.visit(`${form}/deletion`);
    expect(browser.text).toContain('All your answers in it go at once');
    await browser.submit({}, `${form}/deletion`);
    expect(browser.url).toBe('/account');
    expect(browser.text).not.toContain('Forms you have begun');
    await browser.visit(`${BASE}/questions/full-name`);
    expect(browser.status).toBe(410);
  });

  test('is nobody else’s: another account gets 404 for it, and so does an id that is none', async () => {
    const mine = await begun(await withAccount(house));
    await mine.visit('/account');
    const form = formOn(mine);
    const other = await begun(await withAccount(house));
    await other.visit('/account');
    const theirs = formOn(other);
    expect(theirs).not.toBe(form);
    for (const path of [form, '/account/forms/nothing', '/account/forms/%00']) {
      await other.visit(`${path}/deletion`);
      expect([path, other.status]).toEqual([path, 404]);
    }
    await other.visit('/account');
    const { rows } = await house.deps.db.pool.query<{ id: string }>('select id from drafts where id::text = $1', [
      form.split('/').at(-1),
    ]);
    expect(rows).toHaveLength(1);
  });

  test('is not shown to whoever signs in to another account in the same browser', async () => {
    const browser = await begun(await withAccount(house));
    const second = newEmail();
    await withAccount(house, second, 'Jo March');
    await askCode(house, second, await signedOutKeepingForms(browser));
    await enterCode(browser);
    await browser.visit(`${BASE}/questions/full-name`);
    expect(browser.status).toBe(410);
    expect(browser.html).not.toContain('Mia Wong');
  });

  test('is forgotten by the browser after four hours, and by the account after the council’s days', async () => {
    const app = await startApp();
    await withService(app, everyKind);
    const email = newEmail();
    const browser = await begun(await withAccount(app, email));
    app.clock.advance(5 * HOUR);
    await browser.visit(`${BASE}/questions/full-name`);
    expect([browser.status, browser.text.includes('still in My Account')]).toEqual([410, true]);
    const again = await enterCode(await askCode(app, email));
    await again.submit({}, formOn(again));
    expect(again.url).toBe(`${BASE}/questions/full-name`);
    app.clock.advance(60 * 24 * HOUR);
    expect(await inCouncil(app.deps.db, app.councilId, (tx) => forgetDrafts(tx, app.clock, app.councilId))).toBe(1);
  });

  test('goes with the account when it is closed', async () => {
    const browser = await begun(await withAccount(house));
    await browser.visit('/account/data');
    expect(browser.text).toContain('Forms you have begun');
    await browser.visit('/account');
    const id = formOn(browser).split('/').at(-1);
    await browser.visit('/account/closing');
    await browser.submit({ sure: 'yes' });
    const { rows } = await house.deps.db.pool.query('select id from drafts where id = $1', [id]);
    expect(rows).toEqual([]);
  });
});

describe('a form that stands in an account and is left', () => {
  const told = async (app: TestApp, to: string) => {
    const { rows } = await app.deps.db.pool.query<{ channel: string; body: string }>(
      "select channel, body from messages where moment = 'form-left' and to_address = $1",
      [to],
    );
    return rows;
  };

  test('brings one message to the account’s address, with the way back and the ways to get help, and never a second', async () => {
    const app = await startApp();
    await withService(app, everyKind);
    const email = newEmail();
    await begun(await withAccount(app, email));
    app.clock.advance(47 * HOUR);
    expect(await leaveDrafts(app.deps, app.councilId)).toBe(0);
    app.clock.advance(2 * HOUR);
    expect(await leaveDrafts(app.deps, app.councilId)).toBe(1);
    expect(await leaveDrafts(app.deps, app.councilId)).toBe(0);
    const [message, ...others] = await told(app, email);
    expect(others).toEqual([]);
    expect(message?.body).toMatch(/\/account\s/);
    expect(message?.body).not.toContain('/return/');
    expect(message?.body).toContain('come to one of our offices');
    const back = await enterCode(await askCode(app, email));
    await back.submit({}, formOn(back));
    expect(back.url).toBe(`${BASE}/questions/full-name`);
    app.clock.advance(60 * 24 * HOUR);
    await leaveDrafts(app.deps, app.councilId);
    expect(await told(app, email)).toHaveLength(1);
    await inCouncil(app.deps.db, app.councilId, (tx) => forgetDrafts(tx, app.clock, app.councilId));
    const { rows } = await app.deps.db.pool.query('select page, was_saved from forms_left');
    expect(rows).toEqual([{ page: 'lives-here', was_saved: true }]);
  });

  test('brings none where nothing was answered, or where it was sent', async () => {
    const app = await startApp();
    await withService(app, everyKind);
    const email = newEmail();
    const browser = await withAccount(app, email);
    await browser.visit(BASE);
    await browser.submit({}, BASE);
    const ended = await begun(await withAccount(app));
    await app.deps.db.pool.query("update drafts set submitted_at = now() where page = 'lives-here'");
    app.clock.advance(49 * HOUR);
    expect(ended.status).toBe(200);
    expect(await leaveDrafts(app.deps, app.councilId)).toBe(0);
  });
});

test('a form that was saved to an address stands in the account that has proven this address', async () => {
  const email = newEmail();
  const browser = await begun(house.browser());
  await browser.visit(`${BASE}/later`);
  await browser.submit({ email: email.toUpperCase() });
  const owner = await withAccount(house, email);
  expect(owner.text).toContain('Forms you have begun');
  await owner.submit({}, formOn(owner));
  expect(owner.url).toBe(`${BASE}/questions/full-name`);
});

test('a form for somebody whom one helps goes on for that person, and not at all once the help is over', async () => {
  const [helped, helper] = [newEmail(), newEmail()];
  const kay = await withAccount(house, helped, 'Kay Sato');
  await kay.visit('/account/people/invite');
  await kay.submit({ name: 'Jo', email: helper, kind: 'relative', scopes: ['see', 'ask'], endsOn: '' });
  const invitation = await linkIn(house, helper);
  const jo = await withAccount(house, helper, 'Jo March');
  await jo.visit(invitation);
  await jo.submit({ answer: 'yes' });
  await jo.visit(/\/account\/for\/[\w-]{36}/.exec(jo.html)?.[0] ?? '');
  await jo.submit({}, `${jo.url}/asking`);
  await begun(jo);
  await jo.visit(BASE);
  expect(jo.text).toContain('You ask for Kay Sato now');
  await jo.submit({}, '/services/for-myself');
  expect([jo.url, jo.text.includes('You ask for')]).toEqual([BASE, false]);
  await jo.visit('/account');
  expect(jo.text).toContain('Help with costs, for Kay Sato');
  await jo.submit({}, formOn(jo));
  expect(jo.html).not.toContain('value="Jo March"');
  await kay.visit('/account/people');
  await kay.submit({}, /\/account\/people\/[\w-]{36}\/withdrawal/.exec(kay.html)?.[0] ?? '');
  await jo.visit('/account');
  expect(jo.text).not.toContain('Forms you have begun');
});

/** The account's session ends as it does after an hour; the cookies of forms stay. */
async function signedOutKeepingForms(browser: Browser): Promise<Browser> {
  await house.deps.db.pool.query("update sessions set ended_at = seen_at where kind = 'customer'");
  return browser;
}
