import { beforeAll, expect, test } from 'vitest';
import { newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';

let house: TestApp;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
});

test('an organisation is called what its owner says from now on, and the audit says which facts changed', async () => {
  const owner = await withAccount(house, newEmail(), 'Olive Owner');
  await owner.visit('/account/organisations/new');
  await owner.submit({ name: 'Dunes Lettings', kind: 'landlord', number: 'SC012345' });
  const path = owner.url;
  await owner.visit(`${path}/details`);
  expect(owner.html).toContain('value="SC012345"');
  await owner.submit({ name: '', kind: 'landlord', number: 'nonsense' });
  expect(owner.status).toBe(422);
  expect(owner.text).toContain('Enter the name of the organisation');
  expect(owner.html).toContain('value="nonsense"');
  await owner.submit({ name: 'Dunes & Sons Lettings', kind: 'landlord', number: '01234567' });
  expect(owner.url).toBe(path);
  expect(owner.text).toContain('A landlord or letting agent, number 01234567 Dunes & Sons Lettings');
  await owner.visit('/account/organisations');
  expect(owner.text).toContain('Dunes & Sons Lettings');
  const { rows } = await house.deps.db.pool.query<{ detail: object }>(
    "select detail from audit_entries where act = 'account.organisation-changed'",
  );
  expect(rows.map(({ detail }) => detail)).toEqual([{ facts: ['name', 'number'] }]);
});

test('whoever is no owner changes nothing of it', async () => {
  const owner = await withAccount(house, newEmail(), 'Olive Owner');
  await owner.visit('/account/organisations/new');
  await owner.submit({ name: 'Dunes Lettings', kind: 'landlord', number: '' });
  const path = owner.url;
  await owner.visit(`${path}/details`);
  const page = owner.twin();
  const grantId = path.split('/').at(-1) ?? '';
  await house.deps.db.pool.query("update account_grants set kind = 'user' where id = $1", [grantId]);
  await page.submit({ name: 'Mine now', kind: 'business', number: '' });
  await owner.visit(path);
  const stranger = await withAccount(house);
  await stranger.visit(`${path}/details`);

  expect([page.status, stranger.status]).toEqual([403, 404]);
  expect(owner.text).toContain('Dunes Lettings');
  expect(owner.html).not.toContain(`${path}/details`);
});
