import { beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import { APPLY, answerDiscount, withDiscount } from '#test/discount';

// Names as people have them, through every door; `register.test.ts` has those of an account.

const NAMES = [
  ['of one letter', 'O'],
  ['with apostrophes', "Siân O'Neill-D’Arcy"],
  ['without a family name', 'Sukarno'],
  ['of 200 letters', `${'Wolfeschlegelsteinhausenberger '.repeat(6)}Dorffschmidt II`.slice(0, 200).padEnd(200, 'e')],
] as const;

let house: TestApp;
beforeAll(async () => {
  house = await startApp();
  await withDiscount(house);
});

const REFERENCE = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/;

describe.each(NAMES)('a name %s', (_, name) => {
  test('goes from the form to the desk and into the letter of the decision', async () => {
    const email = `${name.length}-letters@example.com`;
    const kay = house.browser();
    await answerDiscount(kay);
    await kay.submit({ how: 'later' });
    await kay.submit({ name, email, phone: '' });
    expect([kay.url, kay.text.includes(name)]).toEqual([`${APPLY}/answers`, true]);
    await kay.submit({}, `${APPLY}/answers`);
    const reference = REFERENCE.exec(kay.text)?.[0] ?? '';
    const yusuf = await house.signedIn('yusuf-ali');
    await yusuf.visit(`/desk/cases/${reference}`);
    expect(yusuf.text).toContain(name);
    const grant = { 'decision-result': 'granted', 'decision-reasons': 'only-adult' };
    await yusuf.submit(grant, `/desk/cases/${reference}/decision`);
    await house.work();
    const { rows } = await house.deps.db.pool.query<{ body: string }>(
      "select body from messages where to_address = $1 and template_slug = 'decision'",
      [email],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).toContain(name);
  });

  test('is put on record in a call, and found again by it', async () => {
    const ada = await house.signedIn('ada-mensah');
    await ada.visit('/desk');
    await ada.submit({ channel: 'phone' }, '/desk/calls');
    const call = ada.url.split('?')[0] ?? '';
    await ada.submit({ name, house: '', postcode: '', phone: '', email: '', born: '' }, `${call}/registration`);
    expect([ada.status, ada.text.includes(name)]).toEqual([200, true]);
    const { rows } = await house.deps.db.pool.query<{ id: string }>('select id from customers where name = $1', [name]);
    await ada.visit(`/desk/customers/${rows[0]?.id ?? ''}`);
    expect([ada.status, ada.text.includes(name)]).toEqual([200, true]);
  });
});

test('a name of 201 letters is refused with what to do, and every letter is still there', async () => {
  const kay = house.browser();
  await answerDiscount(kay);
  await kay.submit({ how: 'later' });
  await kay.submit({ name: 'x'.repeat(201), email: 'kay@example.com', phone: '' });
  expect(kay.status).toBe(422);
  expect(kay.text).toContain('Use 200 characters or fewer for your name');
  expect(kay.html).toContain(`value="${'x'.repeat(201)}"`);
});
