import { beforeAll, describe, expect, test } from 'vitest';
import { definedTasks } from '#platform/outbox';
import { anotherCode, beginAccount, codeOn, enterCode, lastBody, linkIn, newEmail } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

let house: TestApp;
let ada: Browser;

beforeAll(async () => {
  house = await startApp();
  ada = await house.signedIn('ada-mensah');
});

async function sweep(): Promise<void> {
  await definedTasks().get('accounts-sweep')?.(house.deps, { councilId: house.councilId });
  await house.work();
}

const waitHours = async (hours: number) => {
  house.clock.advance(hours * 60);
  ada = await house.signedIn('ada-mensah');
};

/** The page of the registration of somebody who stopped. */
async function openRegistration(name: string): Promise<void> {
  await ada.visit('/desk/registrations');
  const path = new RegExp(`href="(/desk/registrations/[\\w-]+)"[^>]*>\\s*${name}`).exec(ada.html)?.[1] ?? '';
  await ada.visit(path);
}

describe('a registration that was begun and left', () => {
  test('is followed up once by a message with a way on, and finished from it without a code', async () => {
    const email = newEmail();
    await beginAccount(house, email, 'Abena Owusu');
    await sweep();
    expect(await lastBody(house, email)).toContain('Your code is');
    await waitHours(2);
    await sweep();
    await sweep();
    expect(await lastBody(house, email)).toContain('You began to make an account with us');
    const { rows } = await house.deps.db.pool.query('select 1 from messages where to_address = $1', [email]);
    expect(rows).toHaveLength(2);
    const phone = house.browser();
    const link = await linkIn(house, email);
    await phone.visit(link);
    const twin = phone.twin();
    await phone.submit({}, link);
    expect(phone.url).toBe('/account');
    expect(phone.text).toContain('Abena Owusu');
    await twin.submit({}, link);
    expect(twin.status).toBe(410);
    await ada.visit('/desk/registrations');
    expect(ada.text).not.toContain('Abena Owusu');
  });

  test('is listed for a call a day later, with what went wrong, and is finished with a person’s help', async () => {
    const mistyped = newEmail();
    const stuck = await beginAccount(house, mistyped, 'Walter Finch');
    await stuck.submit({ code: anotherCode(codeOn(stuck)) });
    await stuck.submit({}, '/account/code/again');
    await waitHours(2);
    await sweep();
    await waitHours(25);
    await ada.visit('/desk/registrations');
    expect(ada.text).toMatch(/Ring them Walter Finch .*asked again once, 1 wrong code, written to/);
    await openRegistration('Walter Finch');
    await ada.submit({ address: 'nonsense' });
    expect(ada.text).toContain('Say how you are with them');
    const right = newEmail();
    await ada.submit({ address: right, how: 'phone' });
    expect(ada.url).toBe('/desk/registrations');
    const link = await linkIn(house, right);
    expect(await linkIn(house, mistyped)).not.toBe(link);
    const walter = house.browser();
    await walter.visit(await linkIn(house, mistyped));
    expect(walter.status).toBe(410);
    await walter.visit(link);
    await walter.submit({}, link);
    expect(walter.url).toBe('/account');
    await ada.visit('/desk/registrations');
    expect(ada.text).toMatch(/With us on the phone 1 1 1 0/);
  });

  test('ends when they do not want it, and nobody writes again', async () => {
    const email = newEmail();
    await beginAccount(house, email, 'Iris Bell');
    await openRegistration('Iris Bell');
    await ada.submit({ ending: 'not-wanted' });
    expect(ada.text).not.toContain('Iris Bell');
    await waitHours(3);
    await sweep();
    expect(await lastBody(house, email)).toContain('Your code is');
  });

  test('is not shown to a partner or a councillor', async () => {
    const partner = await house.signedIn('ruth-adeyemi');
    await partner.visit('/desk/registrations');
    expect(partner.status).toBe(403);
  });
});

describe('an account set up by staff', () => {
  let path: string;
  let people = 0;

  async function aCustomer(email: string): Promise<string> {
    people += 1;
    const name = `Gita ${['Rao', 'Menon', 'Das', 'Pillai'][people] ?? 'Nair'}`;
    await ada.visit('/desk');
    await ada.submit({ channel: 'phone' });
    await ada.submit({ name, house: '', postcode: '', phone: '', email, born: '' });
    const { rows } = await house.deps.db.pool.query<{ id: string }>('select id from customers where name = $1', [name]);
    await ada.visit('/desk');
    path = `/desk/customers/${rows[0]?.id ?? ''}`;
    return path;
  }

  test('sends a link to an address known for a week; the customer opens it and is in, and the help is on record', async () => {
    const email = newEmail();
    await aCustomer(email);
    await waitHours(8 * 24);
    await ada.visit(path);
    expect(ada.text).toContain('No account online');
    await ada.visit(`${path}/account`);
    await ada.submit({ address: email, how: 'counter' });
    expect(ada.url).toBe(path);
    expect(ada.text).toContain('Has an account, not used yet');
    const link = await linkIn(house, email);
    expect(ada.html).not.toContain(link.split('/').at(-1) ?? '');
    const gita = house.browser();
    await gita.visit(link);
    await gita.submit({}, link);
    expect(gita.url).toBe('/account');
    await gita.visit(link);
    expect(gita.status).toBe(410);
    await ada.visit(path);
    expect(ada.text).toContain('last in today');
    const { rows } = await house.deps.db.pool.query("select 1 from audit_entries where act = 'account.link-sent'");
    expect(rows).toHaveLength(1);
  });

  test('at an address that is new on the record needs a check of who they are by the council’s rule', async () => {
    await aCustomer(newEmail());
    const other = newEmail();
    await ada.visit(`${path}/account`);
    await ada.submit({ address: other, how: 'phone' });
    expect(ada.status).toBe(422);
    expect(ada.text).toContain('Ask them who they are');
    await ada.submit({ address: other, how: 'phone', facts: ['name'] });
    expect(ada.status).toBe(422);
    expect(await linkIn(house, other)).toBe('');
    await ada.submit({ address: other, how: 'phone', facts: ['name', 'postcode', 'phone'] });
    expect(ada.url).toBe(path);
    expect(await linkIn(house, other)).toContain('/account/let-in/');
  });

  test('never takes the address of somebody else’s account', async () => {
    const taken = newEmail();
    await enterCode(await beginAccount(house, taken, 'Zoe Quist'));
    await aCustomer(newEmail());
    await ada.visit(`${path}/account`);
    await ada.submit({ address: taken, how: 'phone', facts: ['name', 'postcode', 'phone'] });
    expect(ada.text).toContain('Another account has this address');
  });
});
