import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkIn, newEmail } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import { APPLICATIONS } from '#test/application-sheets';
import { dateFields } from '#test/apply';
import type { Browser } from '#test/browser';

// AJ-05 as its people live it: a floorwalker claims with Edna, who has never been online, and she looks at it later.

let house: TestApp;
let joe: Browser;
let photo: Buffer;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  joe = await house.signedIn('joe-tully');
  photo = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#eeeedd' } })
    .jpeg()
    .toBuffer();
});

const contact = () => /^\/desk\/contacts\/[\w-]+/.exec(joe.url)?.[0] ?? '';
const hasForm = (act: string) => joe.html.includes(`action="${contact()}/${act}"`);

/** Every answer by the name of its field, as somebody at a counter says them. */
function sheet(): Record<string, string | string[]> {
  const full = APPLICATIONS['council-tax-support']?.full ?? {};
  const fields: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(full)) {
    if (typeof value === 'string' || Array.isArray(value)) fields[key] = value;
    else Object.assign(fields, value);
  }
  return { ...fields, ...dateFields('born', '1950-05-02') };
}

/** The fields of the form of this step, answered from the sheet; what a question shows from the record stays. */
function answersHere(): Record<string, string | string[]> {
  const form = joe.html.split(`action="${contact()}/answers"`)[1]?.split('</form>')[0] ?? '';
  const names = new Set([...form.matchAll(/name="([\w-]+)"/g)].map(([, name]) => name ?? ''));
  return Object.fromEntries(Object.entries(sheet()).filter(([name]) => names.has(name)));
}

async function fillIn(): Promise<void> {
  for (let page = 0; page < 30 && !hasForm('case'); page += 1) {
    if (hasForm('result')) await joe.submit({ next: 'on' }, `${contact()}/result`);
    else if (hasForm('more')) await joe.submit({ more: 'no' }, `${contact()}/more`);
    else if (joe.html.includes('value="home"')) await joe.submit({ place: 'home' }, `${contact()}/place`);
    else if (hasForm('answers')) await joe.submit({ ...answersHere(), more: 'no' }, `${contact()}/answers`);
    else throw new Error(joe.text);
  }
}

test('a floorwalker sets the account up, claims with the customer and takes the evidence, and she opens it herself', {
  timeout: 60_000,
}, async () => {
  const email = newEmail();
  await joe.visit('/desk');
  await joe.submit({ channel: 'counter' });
  await joe.submit({ name: 'Edna Price', house: '9', postcode: 'IG11 0AE', phone: '', email, born: '' });
  expect(joe.text).toContain('No account online');
  await joe.visit(contact());
  await joe.submit({ fact: ['name', 'postcode', 'email'] }, `${contact()}/identity`);

  await joe.visit(`${contact()}/account`);
  expect(joe.html).toContain(`value="${email}"`);
  expect(joe.text).toContain('Who they are was checked just now');
  await joe.submitAsShown(`${contact()}/account`);
  expect(joe.url).toMatch(/^\/desk\/contacts\/[\w-]+$/);
  expect(joe.text).toContain('My Account: not used yet');
  const link = await linkIn(house, email);

  await joe.submit({ service: 'council-tax-support' });
  await fillIn();
  expect(joe.text).toContain('“We cannot pay more than your rent.”');
  expect(joe.html).toContain('capture="environment"');
  const said = { 'answered-by': 'customer', 'evidence-who-you-are': 'seen', 'evidence-money': 'later' };
  const more = { 'evidence-savings': 'later', 'evidence-rent': 'upload' };
  await joe.attach(
    `${contact()}/case`,
    { field: 'file-rent', name: 'tenancy.jpg', bytes: photo },
    { ...said, ...more },
  );
  expect(joe.text).toContain('In this contact');
  const reference = /\/desk\/cases\/([2-9A-Z-]{9})/.exec(joe.html)?.[1] ?? '';
  await house.work();

  await joe.visit(`/desk/cases/${reference}`);
  expect(joe.text).toContain('answered by the customer, typed by Joe Tully');
  expect(joe.text).toContain('tenancy.jpg');

  const edna = house.browser();
  await edna.visit(link);
  await edna.submit({}, link);
  expect(edna.text).toContain('Council tax support and housing benefit');
  await edna.visit(`/track/${reference}`);
  expect(edna.text).toContain('Joe Tully filled this in with you');
  expect(edna.text).toContain('What money you get');
  await edna.visit('/account/documents');
  expect(edna.text).toContain('tenancy.jpg');

  const kath = await house.signedIn('kath-bryant');
  await kath.visit('/desk/today/assisted');
  expect(kath.text).toContain(reference);
  await kath.visit('/desk/registrations');
  expect(kath.text).toMatch(/With us face to face 1 1 1 0/);
});

describe('training', () => {
  const forget = () => house.deps.db.pool.query("delete from staff_trainings where training = 'my-account'");

  test('that is not recorded is asked for before anybody is let in, and recorded by an administrator', async () => {
    await joe.visit('/desk');
    await joe.submit({ channel: 'counter' });
    const email = newEmail();
    await joe.submit({ name: 'Olu Bankole', house: '', postcode: '', phone: '', email, born: '' });
    const path = `${contact()}/account`;
    await joe.visit(path);
    const old = joe.twin();
    await forget();
    await old.submitAsShown(path);
    expect(old.status).toBe(422);
    expect(old.text).toContain('Ask an administrator to record it under People');
    await joe.visit(path);
    expect(joe.text).toContain('Your training in setting up accounts is not recorded');

    const admin = await house.signedIn('sam-carter');
    const person = '/desk/admin/people/joe-tully';
    await admin.visit(person);
    expect(admin.text).toContain('No training is recorded');
    await admin.submit({ training: 'my-account', on: '2026-12-24', until: '' });
    expect(admin.text).toContain('Enter today or a day before it');
    await admin.submit({ training: 'my-account', on: '2026-11-24', until: '2026-11-23' });
    expect(admin.text).toContain('This day is before the training');
    await admin.submit({ training: 'my-account', on: '2026-11-24', until: '' });
    expect(admin.text).toContain('Setting up My Account on 2026-11-24, good until 2028-11-24');
    expect(admin.text).toContain('recorded by Sam Carter');
    await joe.visit(path);
    await joe.submit({ address: email, facts: ['name', 'postcode', 'email'], how: 'counter' }, path);
    expect(joe.text).toContain('My Account: not used yet');

    const removal = /action="([^"]+\/removal)"/.exec(admin.html)?.[1] ?? '';
    await admin.submit({}, removal);
    expect(admin.text).toContain('No training is recorded');
    await joe.visit(path);
    expect(joe.text).toContain('is not recorded, or has run out');
  });

  test('that has run out counts no more', async () => {
    await house.deps.db.pool.query(
      "insert into staff_trainings (council_id, id, staff_id, training, trained_on, until_on, at, by_name) select council_id, gen_random_uuid(), id, 'my-account', '2024-01-01', '2026-11-24', now(), 'a test' from staff_members where slug = 'joe-tully'",
    );
    await joe.visit(`${contact()}/account`);
    expect(joe.text).toContain('has run out');
  });

  test('is seen and changed by administrators alone, and a mangled address is no fault of ours', async () => {
    const person = '/desk/admin/people/joe-tully/trainings';
    const sent = await joe.post(person, 'application/x-www-form-urlencoded', Buffer.from('training=my-account'));
    expect(sent).not.toContain('good until');
    expect(joe.status).toBeGreaterThanOrEqual(400);
    const admin = await house.signedIn('sam-carter');
    await admin.visit('/desk/admin/people/joe-tully');
    await admin.visit('/desk/contacts/%00/account');
    expect(admin.status).toBeLessThan(500);
  });
});

describe('the My Account line (A-16, AJ-10)', () => {
  async function ring(): Promise<Browser> {
    const ada = await house.signedIn('ada-mensah');
    await ada.visit('/desk');
    await ada.submit({ line: 'my-account-line' });
    return ada;
  }

  test('is answered with its words, begins with its reason, and has the tools at hand', async () => {
    await house.deps.db.pool.query(
      "insert into staff_trainings (council_id, id, staff_id, training, trained_on, at, by_name) select council_id, gen_random_uuid(), id, 'my-account', '2026-11-01', now(), 'a test' from staff_members where slug = 'ada-mensah'",
    );
    const ada = await ring();
    expect(ada.text).toContain('They rang My Account enquiries . Say: “Estuary Council, My Account line.');
    const email = newEmail();
    await ada.submit({ name: 'Noel Grey', house: '', postcode: '', phone: '', email, born: '' });
    const path = /^\/desk\/contacts\/[\w-]+/.exec(ada.url)?.[0] ?? '';
    await ada.visit(`${path}/account`);
    house.clock.advance(4);
    await ada.submit({ address: email, facts: ['name', 'postcode', 'email'], how: 'phone' }, `${path}/account`);
    expect(ada.url).toBe(path);
    expect(ada.text).toContain('Set an account up with them and sent the way in');
    await ada.submit({}, `${path}/end`);
    await ada.submit({ 'wrap-resolved': 'yes', 'wrap-self-service': 'accepted' });
    const { rows } = await house.deps.db.pool.query(
      "select q.reason, c.handling_seconds from contacts c join contact_questions q on q.contact_id = c.id where c.contact_point = 'my-account-line'",
    );
    expect(rows).toEqual([{ reason: 'account', handling_seconds: 240 }]);

    const kath = await house.signedIn('kath-bryant');
    await kath.visit('/desk/today');
    expect(kath.text).toMatch(/My Account enquiries 1/);
    await kath.visit('/desk/today/contacts?channel=phone&direction=in&line=my-account-line');
    expect(kath.text).toContain('Ada Mensah');
    await kath.visit('/desk/registrations');
    expect(kath.text).toMatch(/Helped into an account by trained staff \d 4 min 0 s/);
  });

  test('says what its calls are about where nothing was asked, and lets somebody say otherwise', async () => {
    const ada = await ring();
    const path = /^\/desk\/contacts\/[\w-]+/.exec(ada.url)?.[0] ?? '';
    await ada.submit({}, `${path}/end`);
    expect(ada.html).toMatch(/value="account"[^>]*checked/);
  });

  test('is offered to the team that answers it, and to nobody else', async () => {
    const arjun = await house.signedIn('arjun-patel');
    await arjun.visit('/desk');
    expect(arjun.html).not.toContain('my-account-line');
    const ada = await house.signedIn('ada-mensah');
    await ada.visit('/desk');
    await ada.submit({ channel: 'phone' });
    expect(ada.text).not.toContain('They rang');
  });
});
