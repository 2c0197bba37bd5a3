import { beforeAll, describe, expect, test } from 'vitest';
import { lastBody, newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const POTHOLE = '/services/pothole/report';
const NEW = '/account/organisations/new';
let house: TestApp;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
});

interface Organisation {
  owner: Browser;
  ownerEmail: string;
  /** As its owner sees it. */
  path: string;
}

async function anOrganisation(name = 'Dunes Lettings'): Promise<Organisation> {
  const ownerEmail = newEmail();
  const owner = await withAccount(house, ownerEmail, 'Olive Owner');
  await owner.visit(NEW);
  await owner.submit({ name, kind: 'landlord', number: ' sc 012345' });
  return { owner, ownerEmail, path: owner.url };
}

async function invite({ owner, path }: Organisation, email: string, role = 'user', name = 'Una User'): Promise<string> {
  await owner.visit(path);
  await owner.submit({ name, email, role });
  return invitationTo(email);
}

async function invitationTo(email: string): Promise<string> {
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select body from messages where to_address = $1 and moment = 'account-invitation' order by made_at desc, id desc limit 1",
    [email],
  );
  return /\/account\/invitations\/[\w-]+/.exec(rows[0]?.body ?? '')?.[0] ?? '';
}

/** Somebody who has said yes, with their own address of the organisation. */
async function aUser(organisation: Organisation, role = 'user', name = 'Una User') {
  const email = newEmail();
  const link = await invite(organisation, email, role, name);
  const browser = await withAccount(house, email, name);
  await browser.visit(link);
  expect(browser.text).toContain('Act for Dunes Lettings?');
  await browser.submit({ answer: 'yes' });
  expect(browser.url).toBe('/account/organisations');
  const path = /\/account\/organisations\/[\w-]{36}/.exec(browser.html)?.[0] ?? '';
  return { browser, email, path, grantId: path.split('/').at(-1) ?? '' };
}

async function reportPothole(browser: Browser): Promise<string> {
  await browser.visit(POTHOLE);
  expect(browser.text).toContain('You ask for Dunes Lettings now');
  await browser.submit({}, POTHOLE);
  await browser.submit({ place: 'IG11 0AE' });
  await browser.submit({ place: 'near-999000001001', detail: 'By the post box' });
  if (browser.text.includes('None of these')) await browser.submit({}, `${POTHOLE}/nearby`);
  await browser.submit({ 'where-in-road': 'road' });
  await browser.submit({ danger: 'no' });
  await browser.submit({ size: 'hand' });
  await browser.submit({ details: '' });
  await browser.submit({ photo: '' });
  return browser.html;
}

async function send(browser: Browser, email: string): Promise<string> {
  await browser.submit({ name: 'Dunes Lettings', email, phone: '' });
  await browser.submit({}, `${POTHOLE}/answers`);
  await house.work();
  return /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(browser.text)?.[0] ?? '';
}

describe('an organisation', () => {
  test('is made with a name and a kind, its number is optional, and its maker is its owner', async () => {
    const { owner, path } = await anOrganisation();
    expect(path).toMatch(/^\/account\/organisations\/[\w-]{36}$/);
    expect(owner.text).toContain('A landlord or letting agent, number SC012345');
    expect(owner.text).toMatch(/Olive Owner \(you\) Owner/);
    await owner.visit('/account/organisations');
    expect(owner.text).toContain('Dunes Lettings Owner');
  });

  test.each([
    [{ name: '', kind: 'charity', number: '' }, 'Enter the name of the organisation'],
    [{ name: 'Café Ü', number: '' }, 'Choose what kind of organisation it is'],
    [{ name: 'Café Ü', kind: 'charity', number: '12' }, 'like 01234567 or SC012345'],
  ])('%j says what is missing and keeps what was typed', async (fields, message) => {
    const browser = await withAccount(house);
    await browser.visit(NEW);
    await browser.submit(fields, NEW);
    expect([browser.status, browser.text.includes(message)]).toEqual([422, true]);
    if (fields.name) expect(browser.html).toContain(`value="${fields.name}"`);
    else expect(browser.html).toMatch(/value="charity"[^>]*checked/);
  });

  test('has the same name as another without being it', async () => {
    const one = await anOrganisation();
    const two = await anOrganisation();
    await two.owner.visit(one.path);
    expect(two.owner.status).toBe(404);
    const { rows } = await house.deps.db.pool.query(
      "select distinct cluster_id from customers where name = 'Dunes Lettings'",
    );
    expect(rows.length).toBeGreaterThan(1);
  });

  test('asks for things as itself, its people see them, and who did it is known; whoever is taken off sees nothing more', async () => {
    const organisation = await anOrganisation();
    const { browser, email, path, grantId } = await aUser(organisation);
    await browser.visit(path);
    expect(browser.text).not.toContain('Send the invitation');
    await browser.submit({}, `/account/for/${grantId}/asking`);
    const contact = await reportPothole(browser);
    expect(contact).toContain('value="Dunes Lettings"');
    expect(contact).toContain(`value="${email}"`);
    const reference = await send(browser, email);
    expect(await lastBody(house, email)).toContain(reference);
    await organisation.owner.visit(organisation.path);
    expect(organisation.owner.text).toContain(reference);
    await organisation.owner.visit(`/track/${reference}`);
    expect(organisation.owner.text).not.toContain('See everything');
    const { rows } = await house.deps.db.pool.query(
      `select e.actor_name, e.detail->>'kind' as kind from audit_entries e join cases c on c.id = e.subject_id
       where e.act = 'case.opened-for' and c.reference = $1`,
      [reference],
    );
    expect(rows).toEqual([{ actor_name: 'Una User', kind: 'user' }]);
    const ada = await house.signedIn('ada-mensah');
    await ada.visit(`/desk/cases/${reference}`);
    expect([ada.text.includes('Dunes Lettings'), ada.text.includes('Una User')]).toEqual([true, true]);
    await browser.visit('/account');
    expect(browser.text).not.toContain(reference);
    await organisation.owner.visit(organisation.path);
    await organisation.owner.submit({}, `${organisation.path}/users/${grantId}/removal`);
    expect(organisation.owner.text).not.toContain('Una User');
    await browser.visit(path);
    expect(browser.status).toBe(404);
    await browser.visit(`/track/${reference}`);
    expect(browser.text).toContain('See everything');
  });

  test('stands at the desk with who acts for it, and on the page of each of them', async () => {
    const organisation = await anOrganisation();
    await invite(organisation, newEmail(), 'owner', 'Wes Waiting');
    const { rows } = await house.deps.db.pool.query<{ org: string; person: string }>(
      `select g.customer_id as org, a.customer_id as person from account_grants g join accounts a on a.id = g.account_id
       where a.email = $1`,
      [organisation.ownerEmail],
    );
    const ada = await house.signedIn('ada-mensah');
    await ada.visit(`/desk/customers/${rows[0]?.org ?? ''}`);
    expect(ada.text).toContain('landlord, number SC012345 (as its owner typed it)');
    expect(ada.text).toContain('Olive Owner (owner of its account)');
    expect(ada.text).toContain('Wes Waiting (owner of its account): has not answered yet');
    await ada.visit(`/desk/customers/${rows[0]?.person ?? ''}`);
    expect(ada.text).toContain('Dunes Lettings (owner)');
  });
});

describe('its people', () => {
  test('are asked at a mistyped address once: it is put right, the first link is void, or it is taken back', async () => {
    const organisation = await anOrganisation();
    const { owner, path } = organisation;
    const [wrong, right] = [newEmail(), newEmail()];
    const first = await invite(organisation, wrong);
    const again = /\/users\/[\w-]{36}\/email/.exec(owner.html)?.[0] ?? '';
    await owner.submit({ email: 'una@' }, path + again);
    expect([owner.status, owner.text.includes('Enter an email address')]).toEqual([422, true]);
    await owner.submit({ email: right }, path + again);
    const stranger = await withAccount(house, wrong);
    await stranger.visit(first);
    expect(stranger.status).toBe(410);
    const una = await withAccount(house, right, 'Una User');
    const link = await invitationTo(right);
    await owner.visit(path);
    await owner.submit({}, path + again.replace('email', 'removal'));
    expect(owner.text).not.toContain('Not answered yet');
    await una.visit(link);
    expect(una.status).toBe(410);
  });

  test('are asked once each, with a name and an address', async () => {
    const organisation = await anOrganisation();
    const { owner, path } = organisation;
    await owner.visit(path);
    await owner.submit({ name: '', email: 'x', role: 'user' });
    expect([owner.status, owner.text.includes('Enter their name'), owner.text.includes('Enter an email')]).toEqual([
      422,
      true,
      true,
    ]);
    await invite(organisation, organisation.ownerEmail);
    expect([owner.status, owner.text.includes('asked this address already')]).toEqual([422, true]);
  });

  test('who are no owners can neither ask, take off nor close, and strangers find nothing', async () => {
    const organisation = await anOrganisation();
    const { browser, path } = await aUser(organisation);
    const stranger = await withAccount(house);
    const forms = {
      users: { name: 'Eve', email: newEmail(), role: 'owner' },
      [`users/${organisation.path.split('/').at(-1) ?? ''}/removal`]: {},
      [`users/${path.split('/').at(-1) ?? ''}/role`]: { role: 'owner' },
      closing: {},
    };
    await browser.visit(path);
    await stranger.visit('/account/organisations/new');
    for (const [form, fields] of Object.entries(forms)) {
      expect([form, await post(browser, `${path}/${form}`, fields)]).toEqual([form, 403]);
      expect([form, [403, 404].includes(await post(stranger, `${organisation.path}/${form}`, fields))]).toEqual([
        form,
        true,
      ]);
    }
    for (const bad of [organisation.path, '/account/organisations/nothing', '/account/organisations/%00']) {
      await stranger.visit(bad);
      expect([bad, stranger.status]).toEqual([bad, 404]);
    }
    await organisation.owner.visit(organisation.path);
    expect(organisation.owner.text).not.toContain('Eve');
  });

  test('keep an owner: the last one cannot leave, become a user, or close their own account', async () => {
    const organisation = await anOrganisation();
    const { owner, path } = organisation;
    const own = path.split('/').at(-1) ?? '';
    await owner.visit(path);
    await owner.submit({}, `${path}/leaving`);
    expect([owner.status, owner.text.includes('You are the only owner')]).toEqual([422, true]);
    await owner.submit({}, `${path}/users/${own}/role`);
    expect(owner.status).toBe(422);
    await owner.visit('/account/closing');
    await owner.submit({ sure: 'yes' });
    expect([owner.status, owner.text.includes('You are the only owner of Dunes Lettings')]).toEqual([409, true]);
    const { browser, grantId, path: userPath } = await aUser(organisation);
    await owner.visit(path);
    await owner.submit({}, `${path}/users/${grantId}/role`);
    await owner.submit({}, `${path}/leaving`);
    expect([owner.url, owner.text.includes('You act for none yet')]).toEqual(['/account/organisations', true]);
    await browser.visit(userPath);
    expect(browser.text).toContain('Send the invitation');
  });

  test('two owners who take each other off at once leave one', async () => {
    const organisation = await anOrganisation();
    const { browser, grantId, path } = await aUser(organisation, 'owner');
    const { owner } = organisation;
    const own = organisation.path.split('/').at(-1) ?? '';
    await Promise.all([owner.visit(organisation.path), browser.visit(path)]);
    await Promise.all([
      owner.submit({}, `${organisation.path}/users/${grantId}/removal`),
      browser.submit({}, `${path}/users/${own}/removal`),
    ]);
    const { rows } = await house.deps.db.pool.query(
      'select id from account_grants where id = any($1) and ended_at is null',
      [[own, grantId]],
    );
    expect(rows).toHaveLength(1);
  });

  test('act for it no more once an owner has closed its account', async () => {
    const organisation = await anOrganisation();
    const { browser, path } = await aUser(organisation);
    const { owner } = organisation;
    await owner.visit(`${organisation.path}/closing`);
    await owner.submit({}, `${organisation.path}/closing`);
    expect(owner.text).toContain('You act for none yet');
    await browser.visit(path);
    expect(browser.status).toBe(404);
  });
});

/** A form sent by hand, as somebody would who knows its address. */
async function post(browser: Browser, url: string, fields: Record<string, string>): Promise<number> {
  const csrf = /name="_csrf" value="([^"]+)"/.exec(browser.html)?.[1] ?? '';
  const reply = await house.app.inject({
    method: 'POST',
    url,
    cookies: browser.cookies(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
  });
  return reply.statusCode;
}
