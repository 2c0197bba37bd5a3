import { beforeAll, describe, expect, test } from 'vitest';
import { aCouncil, aDemonstrator, type TestCouncil } from '#test/a-council';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import type { Role } from './actor.ts';

let house: TestApp;
let council: TestCouncil;
let admin: Browser;

beforeAll(async () => {
  house = await startApp();
  council = await aCouncil(house.deps);
  admin = await somebody('administrator');
});

async function somebody(role: Role, there = council): Promise<Browser> {
  const member = await aDemonstrator(house.deps, there, {
    email: `${role}-${there.host}@estuary.example`,
    name: `Ann ${role}`,
    roles: [role],
  });
  const browser = house.browser(there.host);
  await browser.visit('/desk/sign-in');
  await browser.submit({ person: member.slug });
  return browser;
}

const tokenOn = ({ html }: Browser) => /<code class="fd-key">(fd_[^<]+)<\/code>/.exec(html)?.[1] ?? '';
const comes = async (token: string) => {
  const headers = { host: council.host, authorization: `Bearer ${token}` };
  return (await house.app.inject({ method: 'GET', url: '/api/v1/services', headers })).statusCode;
};
const actsOf = async (act: string) => {
  const { rows } = await house.deps.db.pool.query<{ actor_name: string; detail: object }>(
    'select actor_name, detail from audit_entries where council_id = $1 and act = $2 order by at',
    [council.id, act],
  );
  return rows;
};

async function make(fields: Record<string, string>): Promise<string> {
  await admin.visit('/desk/admin/tokens');
  await admin.submit({ name: 'FixMyStreet', role: 'api-read', expires: '', ...fields });
  return tokenOn(admin);
}

describe('tokens at the desk', () => {
  test('one is shown once, works, says when it was used, and is in the audit', async () => {
    const token = await make({});
    expect(token).not.toBe('');
    await admin.visit('/desk/admin/tokens');
    expect(admin.html).not.toContain(token);
    expect(admin.text).toContain('FixMyStreet Read In force Never When revoked 24 Nov 2026 by Ann administrator');

    expect(await comes(token)).toBe(200);
    await admin.visit('/desk/admin/tokens');
    expect(admin.text).toContain('24 Nov 2026, 11:00');
    expect(await actsOf('token.created')).toEqual([
      { actor_name: 'Ann administrator', detail: { name: 'FixMyStreet', role: 'api-read', expiresAt: null } },
    ]);
  });

  test('use is stamped to the minute, not with every request', async () => {
    const token = await make({ name: 'Busy' });
    await comes(token);
    house.clock.advance(0.5);
    await comes(token);
    const lastUsed = async () =>
      (
        await house.deps.db.pool.query<{ last_used_at: Date }>('select last_used_at from api_tokens where name = $1', [
          'Busy',
        ])
      ).rows[0]?.last_used_at.getTime();
    const first = await lastUsed();
    house.clock.advance(1);
    await comes(token);

    expect(((await lastUsed()) ?? 0) - (first ?? 0)).toBe(90_000);
  });

  test('one ends with its last day on the wall of the council', async () => {
    const token = await make({ name: 'Until Friday', expires: '2026-11-27' });
    expect(admin.text).toContain('27 Nov 2026');
    house.clock.moveTo('2026-11-27T23:59:00Z');
    expect(await comes(token)).toBe(200);
    house.clock.moveTo('2026-11-28T00:00:00Z');
    expect(await comes(token)).toBe(401);
    house.clock.moveTo('2026-11-24T11:00:00Z');
  });

  test('one is revoked after a look at what it is, and shut out at once', async () => {
    const token = await make({ name: 'Old system', role: 'open311' });
    await admin.visit('/desk/admin/tokens');
    const page = /href="(\/desk\/admin\/tokens\/[^"]+)"[^>]*>Old system/.exec(admin.html)?.[1] ?? '';
    await admin.visit(page);
    expect(admin.text).toContain('Old system is shut out from its next request on');
    await admin.submit({}, `${page}/revocation`);

    expect(await comes(token)).toBe(401);
    await admin.visit(page);
    expect(admin.text).toContain('Revoked');
    expect(admin.html).not.toContain('/revocation');
    expect(await actsOf('token.revoked')).toHaveLength(1);
  });

  test.each([
    [{ name: '  ' }, 'Enter who or what will use it'],
    [{ role: 'administrator' }, 'Choose what the program may do'],
    [{ expires: '31/12/2027' }, 'Enter a date such as 2027-03-31'],
    [{ expires: '2026-11-23' }, 'Enter a date that is not over'],
    [{ name: 'x'.repeat(121) }, 'Use 120 characters or fewer'],
  ])('%j is refused with what to do, and what was typed is kept', async (fields, message) => {
    const token = await make({ name: 'Kept words', ...fields });

    expect([admin.status, token]).toEqual([422, '']);
    expect(admin.text).toContain(message);
    expect(admin.html).toContain('name' in fields ? message : 'value="Kept words"');
  });

  test('a token of another council, or none, is not there', async () => {
    const elsewhere = await somebody('administrator', await aCouncil(house.deps));
    await make({ name: 'Ours alone' });
    await admin.visit('/desk/admin/tokens');
    const page = /href="(\/desk\/admin\/tokens\/[^"]+)"[^>]*>Ours alone/.exec(admin.html)?.[1] ?? '';
    await elsewhere.visit(page);
    expect(elsewhere.status).toBe(404);
    await admin.visit('/desk/admin/tokens/nonsense');
    expect(admin.status).toBe(404);
  });

  test.each(['adviser', 'team-manager', 'service-owner', 'councillor', 'partner'] as const)(
    'a %s neither sees nor makes them',
    async (role) => {
      const browser = await somebody(role);
      await browser.visit('/desk/admin/tokens');
      expect(browser.status).toBe(403);
    },
  );
});
