import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApiToken, machineOfToken, revokeApiToken } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { aCouncil, aDemonstrator, anInvited, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const PASSWORD = 'correct horse battery';

let house: TestApp;
let council: TestCouncil;
let admin: Browser;

beforeAll(async () => {
  house = await startApp();
  council = await aCouncil(house.deps);
  admin = await signedIn(council, { email: 'root@estuary.example', name: 'Rita Root', roles: ['administrator'] });
});

async function signedIn(where: TestCouncil, who: Parameters<typeof aDemonstrator>[2]): Promise<Browser> {
  const { slug } = await aDemonstrator(house.deps, where, who);
  const browser = house.browser(where.host);
  await browser.visit('/desk/sign-in');
  await browser.submit({ person: slug });
  return browser;
}

const joiner = (email: string, name = 'Noor Aziz') => ({
  email,
  name,
  jobTitle: 'Adviser',
  roles: ['adviser'],
  skills: 'Polish, housing',
  team: '',
});

function linkOn(browser: Browser): string {
  return /\/desk\/invitations\/[\w-]+/.exec(browser.html)?.[0] ?? '';
}

describe('joiners, movers and leavers', () => {
  test('an administrator adds somebody, who gets a link that works once', async () => {
    await admin.visit('/desk/admin/people');
    await admin.submit(joiner('noor@estuary.example'));
    const link = linkOn(admin);
    const noor = house.browser(council.host);
    await noor.visit(link);
    await noor.submit({ password: 'short' });
    expect(noor.text).toContain('Use 12 characters or more');
    await noor.submit({ password: PASSWORD });
    expect(noor.text).toContain('Set up your second check');
    await house.browser(council.host).visit(link);
    const again = house.browser(council.host);
    await again.visit(link);
    expect([again.status, again.text]).toEqual([404, expect.stringContaining('no longer works')]);
  });

  test('a second person with the address is refused at the field, and what was typed stays', async () => {
    await anInvited(house.deps, council, { email: 'once@estuary.example' });
    await admin.visit('/desk/admin/people');
    await admin.submit(joiner('ONCE@estuary.example', 'Twice Over'));
    expect(admin.status).toBe(422);
    expect(admin.text).toContain('Somebody with this address works here already');
    expect(admin.html).toContain('value="Twice Over"');
  });

  test('new roles work in a session that is open already', async () => {
    const mover = await signedIn(council, { email: 'mo@estuary.example', name: 'Mo Mover' });
    await mover.visit('/desk/admin/audit');
    expect(mover.status).toBe(403);
    await admin.visit('/desk/admin/people/mo-mover');
    await admin.submit({ name: 'Mo Mover', jobTitle: 'ICT', roles: ['adviser', 'administrator'], skills: '' });
    await mover.visit('/desk/admin/audit');
    expect(mover.status).toBe(200);
  });

  test('a leaver is out at once', async () => {
    const leaver = await signedIn(council, { email: 'lee@estuary.example', name: 'Lee Leaver' });
    await admin.visit('/desk/admin/people/lee-leaver');
    await admin.submit({}, '/desk/admin/people/lee-leaver/ending');
    await leaver.visit('/desk/session');
    expect(leaver.url).toContain('/desk/sign-in');
  });

  test('the last administrator can neither leave nor stop being one', async () => {
    const there = await aCouncil(house.deps);
    const only = await signedIn(there, { email: 'only@north.example', name: 'Only One', roles: ['administrator'] });
    await only.visit('/desk/admin/people/only-one');
    await only.submit({}, '/desk/admin/people/only-one/ending');
    expect(only.text).toContain('this is the last one');
    await only.submit({ name: 'Only One', jobTitle: 'ICT', roles: ['adviser'], skills: '' });
    expect(only.text).toContain('this is the last one');
  });

  test.each(['/desk/admin/people', '/desk/admin/teams', '/desk/admin/audit', '/desk/admin/audit.csv'])(
    '%s is for administrators',
    async (url) => {
      const adviser = await signedIn(council, {
        email: `a${url.replace(/\W/g, '-')}@estuary.example`,
        name: 'Ana Adviser',
      });
      await adviser.visit(url);
      expect(adviser.status).toBe(403);
    },
  );
});

describe('one person, two councils', () => {
  test('the second council cannot set the password of an account that opens the first', async () => {
    const email = 'both@estuary.example';
    const first = await anInvited(house.deps, council, { email, name: 'Bo Both' });
    const bo = house.browser(council.host);
    await bo.visit(first.link);
    await bo.submit({ password: PASSWORD });
    const other = await aCouncil(house.deps);
    const second = await anInvited(house.deps, other, { email, name: 'Robert Both' });
    const early = house.browser(other.host);
    await early.visit('/desk/sign-in');
    await early.submit({ email, password: PASSWORD });
    expect(early.text).toContain('not right');
    const stranger = house.browser(other.host);
    await stranger.visit(second.link);
    await stranger.submit({ password: 'a password of a stranger' });
    expect(stranger.text).toContain('That is not your password');
    await stranger.submit({ password: PASSWORD });
    expect(stranger.text).toContain('Set up your second check');
  });

  test('an administrator of one council cannot reset them', async () => {
    const rita = await signedIn(council, {
      email: 'rita2@estuary.example',
      name: 'Rita Two',
      roles: ['administrator'],
    });
    await rita.visit('/desk/admin/people/bo-both');
    await rita.submit({}, '/desk/admin/people/bo-both/invitation');
    expect(rita.text).toContain('also works at another council');
    expect(linkOn(rita)).toBe('');
  });

  test('neither council reads the other, though no condition names it, nor writes to it', async () => {
    const other = await aCouncil(house.deps);
    await anInvited(house.deps, other, { email: 'far@north.example', name: 'Far Away' });
    const { db } = house.deps;
    for (const table of ['staff_members', 'audit_entries', 'one_time_links', 'sign_in_attempts'] as const) {
      const { rows } = await inCouncil(db, council.id, (tx) =>
        sql<{ council_id: string }>`select distinct council_id from ${sql.table(table)}`.execute(tx),
      );
      expect(rows.filter((row) => row.council_id !== council.id)).toEqual([]);
    }
    const people = await inCouncil(db, council.id, (tx) => tx.selectFrom('people').select('email').execute());
    expect(people.map(({ email }) => email)).not.toContain('far@north.example');
    const moved = inCouncil(db, council.id, (tx) =>
      tx.updateTable('staff_members').set({ council_id: other.id }).execute(),
    );
    await expect(moved).rejects.toThrow(/row-level security/);
  });
});

describe('the audit', () => {
  test('is found by who, act and day, a page at a time, and holds its own searches', async () => {
    const there = await aCouncil(house.deps);
    const auditor = await signedIn(there, { email: 'aud@north.example', name: 'Aud Itor', roles: ['administrator'] });
    for (let n = 0; n < 60; n += 1)
      await anInvited(house.deps, there, { email: `p${n}@north.example`, name: `P ${n}` });
    await auditor.visit('/desk/admin/audit?act=staff.joined');
    const seen = [...auditor.html.matchAll(/<td[^>]*>staff\.joined<\/td>/g)].length;
    const next =
      /href="(\/desk\/admin\/audit\?[^"]*after=[^"]*)"/.exec(auditor.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await auditor.visit(next);
    expect(seen + [...auditor.html.matchAll(/<td[^>]*>staff\.joined<\/td>/g)].length).toBe(61);
    await auditor.visit('/desk/admin/audit?who=aud-itor&act=audit.searched&from=2026-11-24&to=2026-11-24');
    expect(auditor.html).toContain('audit.searched');
    await auditor.visit('/desk/admin/audit?to=2026-11-23');
    expect(auditor.text).toContain('Nothing was found');
    await auditor.visit('/desk/admin/audit?from=yesterday');
    expect([auditor.status, auditor.text]).toEqual([422, expect.stringContaining('Enter a date such as')]);
  });

  test('is exported whole as CSV that no spreadsheet runs', async () => {
    const there = await aCouncil(house.deps);
    const name = '=cmd|calc';
    const auditor = await signedIn(there, { email: 'csv@north.example', name, roles: ['administrator'] });
    await auditor.visit('/desk/admin/audit.csv');
    expect(auditor.page?.headers['content-type']).toContain('text/csv');
    expect(auditor.html).toContain(`"'=cmd|calc"`);
    expect(auditor.html).not.toContain(`"=cmd`);
    await auditor.visit('/desk/admin/audit?act=audit.exported');
    expect(auditor.html).toContain('audit.exported');
  });
});

describe('a token of a program', () => {
  test('works at its council until it is revoked or too old, and is kept as a hash alone', async () => {
    const { clock } = house;
    const { db } = house.deps;
    const actor = systemActor(council.id);
    const other = await aCouncil(house.deps);
    const expiresAt = new Date(clock.now().getTime() + 3_600_000);
    const made = await inCouncil(db, council.id, (tx) =>
      createApiToken(tx, clock, actor, { name: 'FixMyStreet', role: 'open311', expiresAt }),
    );
    if (!made.ok) throw new Error(made.refusal);
    const machine = (id: string) => inCouncil(db, id, (tx) => machineOfToken(tx, clock, id, made.token));
    expect(await machine(council.id)).toMatchObject({ name: 'FixMyStreet', role: 'open311' });
    expect(await machine(other.id)).toBeNull();
    clock.advance(61);
    expect(await machine(council.id)).toBeNull();
    clock.advance(-61);
    await inCouncil(db, council.id, (tx) => revokeApiToken(tx, clock, actor, { id: made.id }));
    expect(await machine(council.id)).toBeNull();
    const kept = await db.pool.query('select * from api_tokens where id = $1', [made.id]);
    expect(JSON.stringify(kept.rows)).not.toContain(made.token);
  });
});
