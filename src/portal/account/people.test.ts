import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { askCode, codeOn, enterCode, lastBody, linkIn, newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';

let house: TestApp;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
});

const FORM = '/services/help-with-costs/apply';
const POTHOLE = '/services/pothole/report';

/** A pothole, reported by whoever the browser is; its reference. */
async function reportPothole(browser: Browser): Promise<string> {
  await browser.visit(POTHOLE);
  await browser.submit({}, POTHOLE);
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: 'near-999000001001', detail: 'By the post box' });
  if (browser.text.includes('None of these')) await browser.submit({}, `${POTHOLE}/nearby`);
  await browser.submit({ 'where-in-road': 'road' });
  await browser.submit({ danger: 'no' });
  await browser.submit({ size: 'hand' });
  await browser.submit({ details: '' });
  await browser.submit({ photo: '' });
  await browser.submit({ email: '', phone: '', name: 'Rita Bell' });
  await browser.submit({}, `${POTHOLE}/answers`);
  await house.work();
  return /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(browser.text)?.[0] ?? '';
}

interface Pair {
  rita: Browser;
  son: Browser;
  sonEmail: string;
  link: string;
}

async function invited(scopes: string[] = ['see'], endsOn = ''): Promise<Pair> {
  const sonEmail = newEmail();
  const rita = await withAccount(house, newEmail(), 'Rita Bell');
  await rita.visit('/account/people/invite');
  await rita.submit({ name: 'Theo Bell', email: sonEmail, kind: 'relative', scopes, endsOn });
  expect(rita.text).toContain('Theo Bell Not answered yet');
  const son = await withAccount(house, sonEmail, 'Theo Bell');
  return { rita, son, sonEmail, link: await lastInvitation(sonEmail) };
}

async function lastInvitation(email: string): Promise<string> {
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select body from messages where to_address = $1 and moment = 'account-invitation' order by made_at desc, id desc limit 1",
    [email],
  );
  return /\/account\/invitations\/[\w-]+/.exec(rows[0]?.body ?? '')?.[0] ?? '';
}

async function accepted(scopes?: string[], endsOn?: string): Promise<Pair> {
  const pair = await invited(scopes, endsOn);
  await pair.son.visit(pair.link);
  expect(pair.son.text).toContain('Rita Bell asks you to help');
  await pair.son.submit({ answer: 'yes' });
  expect(pair.son.text).toContain('People whom you help Rita Bell');
  return pair;
}

describe('somebody who helps', () => {
  test('sees the cases and nothing of the account, until it is withdrawn: then at once nothing', async () => {
    const { rita, son } = await accepted(['see']);
    const reference = await reportPothole(rita);
    const path = /\/account\/for\/[\w-]+/.exec(son.html)?.[0] ?? '';
    await son.visit(path);
    expect(son.text).toContain(reference);
    expect(son.text).not.toContain('Ask for something');
    const stranger = await withAccount(house);
    await stranger.visit(path);
    expect(stranger.status).toBe(404);
    await rita.visit('/account/people');
    expect(rita.text).toContain('Helps you');
    await rita.submit({}, /\/account\/people\/[\w-]+\/withdrawal/.exec(rita.html)?.[0] ?? '');
    expect(rita.text).toContain('Nobody helps you yet');
    await son.visit(path);
    expect(son.status).toBe(404);
    await son.visit('/account/people');
    expect(son.text).not.toContain('Rita Bell');
  });

  test('asks in the person’s name where that was granted, and gets what is written about it', async () => {
    const { rita, son, sonEmail } = await accepted(['see', 'ask', 'messages']);
    await son.visit(/\/account\/for\/[\w-]+/.exec(son.html)?.[0] ?? '');
    await son.submit({}, `${son.url}/asking`);
    const reference = await reportPothole(son);
    await rita.visit('/account');
    expect(rita.text).toContain(reference);
    expect(await lastBody(house, sonEmail)).toContain(reference);
    const ada = await house.signedIn('ada-mensah');
    await ada.visit(`/desk/cases/${reference}`);
    expect(ada.text).toContain('Rita Bell');
    expect(ada.text).toContain('Theo Bell');
    const { rows } = await house.deps.db.pool.query(
      'select s.answered_by from submissions s join cases c on c.submission_id = s.id where c.reference = $1',
      [reference],
    );
    expect(rows).toEqual([{ answered_by: 'helper' }]);
  });

  test('finds none of the helper’s own details in a form about the person who is helped', async () => {
    await withService(house, everyKind);
    const { son } = await accepted(['see', 'ask']);
    const nameAsked = async () => {
      await son.visit(FORM);
      await son.submit({}, FORM);
      await son.submit({ 'lives-here': 'yes' });
      return son.html;
    };
    const granted = /\/account\/for\/[\w-]+/.exec(son.html)?.[0] ?? '';
    expect(await nameAsked()).toMatch(/<input[^>]*name="full-name"[^>]*value="Theo Bell"/);
    await son.visit(granted);
    await son.submit({}, `${granted}/asking`);
    expect(await nameAsked()).toMatch(/<input[^>]*name="full-name"/);
    expect(son.html).not.toMatch(/<input[^>]*name="full-name"[^>]*value="Theo/);
  });

  test('helps until the day that was said and not a day longer', async () => {
    const { son, sonEmail } = await accepted(['see'], '27 11 2026');
    const path = /\/account\/for\/[\w-]+/.exec(son.html)?.[0] ?? '';
    await son.visit(path);
    expect(son.status).toBe(200);
    house.clock.advance(3 * 24 * 60);
    const later = await enterCode(await askCode(house, sonEmail));
    await later.visit(path);
    expect(later.status).toBe(404);
  });

  test('stands on the customer’s page at the desk', async () => {
    await accepted(['see']);
    const { rows } = await house.deps.db.pool.query<{ customer_id: string }>(
      'select customer_id from account_grants where accepted_at is not null and ended_at is null order by made_at desc limit 1',
    );
    const ada = await house.signedIn('ada-mensah');
    await ada.visit(`/desk/customers/${rows[0]?.customer_id ?? ''}`);
    expect(ada.text).toContain('Theo Bell');
  });
});

describe('an invitation', () => {
  test('to a mistyped address is put right, and the first link is void', async () => {
    const { rita, link } = await invited();
    const right = newEmail();
    await rita.visit('/account/people');
    house.clock.advance(1);
    await rita.submit({ email: right });
    const next = await lastInvitation(right);
    const theo = await withAccount(house, right, 'Theo Bell');
    await theo.visit(link);
    expect(theo.status).toBe(410);
    await theo.visit(next);
    await theo.submit({ answer: 'yes' });
    expect(theo.text).toContain('Rita Bell');
  });

  test('opened by somebody else, by the one who sent it, twice or too late says what to do', async () => {
    const { rita, son, link } = await invited();
    const other = await withAccount(house);
    await other.visit(link);
    await other.submit({ answer: 'yes' });
    expect(other.status).toBe(403);
    expect(other.text).toContain('sent to another email address');
    await rita.visit(link);
    await rita.submit({ answer: 'yes' });
    expect(rita.text).toContain('your own invitation');
    await son.visit(link);
    const twin = son.twin();
    await son.submit({ answer: 'no' });
    await twin.submit({ answer: 'yes' });
    expect(twin.status).toBe(410);
    const late = await invited();
    house.clock.advance(15 * 24 * 60);
    const browser = house.browser();
    await browser.visit(late.link);
    expect(browser.status).toBe(410);
    expect(browser.text).toContain('older than 14 days');
  });

  test('says what is missing and keeps what was typed', async () => {
    const rita = await withAccount(house);
    await rita.visit('/account/people/invite');
    await rita.submit({ name: 'Theo', email: 'theo', kind: 'relative', endsOn: '31 2 2027' });
    expect(rita.status).toBe(422);
    expect(rita.text).toContain('Enter an email address');
    expect(rita.text).toContain('Choose at least one thing');
    expect(rita.text).toContain('Enter a day, month and year');
    expect(rita.html).toContain('value="31 2 2027"');
  });
});

describe('ways to sign in', () => {
  test('a password that somebody chose works; a wrong one gets the same words as an unknown address', async () => {
    const email = newEmail();
    const browser = await withAccount(house, email);
    await browser.visit('/account/security');
    await browser.submit({ password: 'short' });
    expect(browser.text).toContain('Use 12 characters or more');
    const elsewhere = await enterCode(await askCode(house, email));
    expect(elsewhere.url).toBe('/account');
    await browser.submit({ password: 'green otter parade' });
    expect(browser.text).toContain('Saved');
    await elsewhere.visit('/account');
    expect(elsewhere.url).toContain('/account/sign-in');
    const again = house.browser();
    await again.visit('/account/sign-in/password');
    await again.submit({ address: email, password: 'green otter parades' });
    const wrong = again.text.replaceAll(email, '');
    await again.submit({ address: 'nobody@mail.example', password: 'green otter parade' });
    expect(again.text.replaceAll('nobody@mail.example', '')).toBe(wrong);
    await again.submit({ address: email, password: 'green otter parade' });
    expect(again.url).toBe('/account');
  });

  test('a second check is asked for after the code, takes a code of the app once, or a recovery code', async () => {
    const email = newEmail();
    const browser = await withAccount(house, email);
    await browser.visit('/account/security/app');
    const secret = /fd-key[^>]*>([^<]+)</.exec(browser.html)?.[1]?.replaceAll(' ', '') ?? '';
    const codeNow = () => new TOTP({ secret }).generate({ timestamp: house.clock.now().getTime() });
    await browser.submit({ code: '000000' });
    expect(browser.text).toContain('That code is not right');
    await browser.submit({ code: codeNow() });
    const recovery = /[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}/.exec(browser.text)?.[0] ?? '';
    const next = await enterCode(await askCode(house, email));
    expect(next.text).toContain('Enter the code of your app');
    await next.visit('/account');
    expect(next.url).toContain('/account/sign-in');
    await next.visit('/account/sign-in/second-factor');
    await next.submit({ code: recovery.toLowerCase() });
    expect(next.url).toBe('/account');
    house.clock.advance(1);
    const app = await enterCode(await askCode(house, email));
    await app.submit({ code: codeNow() });
    expect(app.url).toBe('/account');
    await app.visit('/account/security');
    await app.submit({}, '/account/security/app/removal');
    expect(app.url).toBe('/account/security?done=yes');
    await next.visit('/account');
    expect(next.url).toContain('/account/sign-in');
  });
});

describe('leaving', () => {
  test('takes the data along, to read and as a file, and closes the account; the case goes on', async () => {
    const email = newEmail();
    const browser = await withAccount(house, email, 'Rita Bell');
    const reference = await reportPothole(browser);
    await browser.visit('/account/data');
    expect(browser.text).toContain(reference);
    await browser.visit('/account/data.json');
    expect(JSON.parse(browser.html)).toMatchObject({ details: { emailToSignIn: email }, requests: [{ reference }] });
    await browser.visit('/account/closing');
    await browser.submit({}, '/account/closing');
    expect(browser.text).toContain('Tick that you want');
    const elsewhere = browser.twin();
    await browser.submit({ sure: 'yes' });
    expect(browser.text).toContain('Your account is closed');
    await elsewhere.visit('/account');
    expect(elsewhere.url).toContain('/account/sign-in');
    await browser.visit(`/track/${reference}`);
    expect(browser.text).toContain('You told us');
    const fresh = await askCode(house, email);
    await fresh.submit({ code: codeOn(fresh) });
    expect(fresh.text).toContain('There is no account for');
    expect(await linkIn(house, email)).not.toBe('');
  });
});
