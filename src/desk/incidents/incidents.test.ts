import { beforeAll, expect, test } from 'vitest';
import { joinIncident } from '#modules/cases';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

/** Rubbish on Tuesdays; 24 November 2026 is one. 9 Avocet Way, Barking. */
const HOME = 999000001009;
const NEW = '/desk/incidents/new?what=round-not-done.missed-bin';

let house: TestApp;
let kath: Browser;
let path: string;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-24T16:00:00Z' });
  kath = await house.signedIn('kath-bryant');
});

const WHERE = { round: '', 'on-day': '24', 'on-month': '11', 'on-year': '2026', streets: '', postcodes: '', wards: '' };
const BROKEN_DOWN = { title: 'Lorry 14 broken down', message: 'Leave your bin out.', ...WHERE };

test('a day without incidents says so, and offers the kinds that the council has', async () => {
  await kath.visit('/desk/incidents');
  expect(kath.text).toContain('Nothing has happened to many at once');
  expect(kath.text).toContain('A round could not be finished');
  await kath.visit(NEW);
  expect(kath.text).toContain('A round could not be finished: Missed bin collection');
  expect(kath.html).toContain('We could not finish your street today');
});

test.each<[Record<string, string>, string]>([
  [{}, 'Say where: a round, a street, a postcode or a ward'],
  [{ title: ' ', postcodes: 'IG11 0AE' }, 'Write in a few words what happened'],
  [{ message: '', postcodes: 'IG11 0AE' }, 'Write what everybody is told'],
  [{ postcodes: 'IG11 0AE, nowhere' }, 'This is not a postcode: “nowhere”'],
  [{ streets: 'Avocet Way\nNo Such Street' }, 'The gazetteer has no street called “No Such Street”'],
  [{ wards: 'Atlantis' }, 'This is not one of our wards: “Atlantis”'],
  [{ round: 'rubbish-tuesday', 'on-day': '32' }, 'Enter the day of the round'],
  [{ round: 'made-up' }, 'Choose a round from the list'],
])('an incident that is typed wrong is said so, and the words stay: %#', async (typed, said) => {
  await kath.visit(NEW);
  await kath.submit({ ...BROKEN_DOWN, ...typed });
  expect(kath.status).toBe(422);
  expect(kath.text).toContain(said);
  if (!typed['title']) expect(kath.html).toContain('Lorry 14 broken down');
});

test('an incident is opened for streets, with one promise, and stands in the list with its counts', async () => {
  await kath.visit(NEW);
  await kath.submit({ ...BROKEN_DOWN, streets: 'avocet way' });
  expect(kath.status).toBe(200);
  path = kath.url;
  expect(kath.text).toContain('Where Avocet Way');
  expect(kath.text).toContain('by 5pm on Thursday 26 November');
  expect(kath.text).toContain('Opened 16:00 · Kath Bryant');
  await kath.visit('/desk/incidents');
  expect(kath.text).toContain('Open incidents 1');
  expect(kath.text).toContain('0 joined, 0 told');
});

const openCall = async (ada: Browser) => {
  await ada.visit('/desk');
  await ada.submit({ channel: 'phone' });
  await ada.submit({ service: 'missed-bin' });
  await ada.submit({ where: 'IG11 0AE' });
  await ada.submit({ place: String(HOME) });
};

test('a call from there says it first; the caller joins with one press, told, and no case is made', async () => {
  const ada = await house.signedIn('ada-mensah');
  await openCall(ada);
  expect(ada.text).toContain('Known already: Lorry 14 broken down');
  expect(ada.text).toContain('“Leave your bin out.”');
  expect(ada.text).toContain('put right by 5pm on Thursday 26 November');
  const call = ada.url.split('#')[0] ?? '';
  await ada.submit({ incident: 'join', 'join-name': 'Kay', 'join-email': 'not an address', 'join-phone': '' });
  expect(ada.status).toBe(422);
  expect(ada.html).toContain('value="not an address"');
  await ada.submit({ incident: 'join', 'join-name': 'Kay', 'join-email': 'kay@mail.example', 'join-phone': '' });
  expect(ada.text).toContain('Part of Lorry 14 broken down');
  await kath.visit(path);
  expect(kath.text).toContain('Kay 9 Avocet Way, Barking');
  expect(kath.text).toContain('Joined 1 Told so far 1');
  expect(kath.text).not.toContain('not told yet');
  const { rows } = await house.deps.db.pool.query("select id from cases where opened_at >= '2026-11-24T16:00:00Z'");
  expect(rows).toEqual([]);
  await ada.visit(call);
  await ada.submit({}, `${call}/end`);
  expect(ada.status).toBe(200);
});

test('a caller whose matter is another says so, and the report goes on; without an answer no case is opened', async () => {
  const ada = await house.signedIn('ada-mensah');
  await openCall(ada);
  const call = (ada.url.split('#')[0] ?? '').replace(/\/place$/, '');
  const answers = { containers: ['rubbish'], 'out-in-time': 'yes', spilt: 'no', 'answered-by': 'customer' };
  await ada.submit({ ...answers, 'given-name': 'Mo Farrow', 'given-email': 'mo@mail.example' }, `${call}/case`);
  expect(ada.status).toBe(422);
  expect(ada.text).toContain('Say first what is known');
  await ada.submit({ incident: 'other' });
  expect(ada.text).not.toContain('Known already: Lorry 14');
  expect(ada.text).toContain('Script: Missed bin');
});

test('whoever joins without an adviser is told by a message, and counts as told once it has gone', async () => {
  const incident = path.split('/').at(-1) ?? '';
  const command = { incident, name: 'Omar', email: 'omar@mail.example' };
  await inCouncil(house.deps.db, house.councilId, (tx) =>
    joinIncident(tx, house.clock, visitor(house.councilId), command),
  );
  await house.work();
  await kath.visit(path);
  expect(kath.text).toContain('Joined 2 Told so far 1');
  await house.deps.db.pool.query("update messages set state = 'sent' where key like 'incident:%'");
  await kath.visit(path);
  expect(kath.text).toContain('Joined 2 Told so far 2');
});

test('it is ended with one message; the second of two is told so and loses no words', async () => {
  const arjun = await house.signedIn('arjun-patel');
  await arjun.visit(path);
  await kath.visit(path);
  await kath.submit({ ending: ' ' });
  expect(kath.text).toContain('Write what everybody who joined is told');
  await kath.submit({ ending: 'All bins are empty now.' });
  expect(kath.text).toContain('Over: All bins are empty now.');
  await arjun.submit({ ending: 'We came back and did it.' });
  expect(arjun.status).toBe(422);
  expect(arjun.text).toContain('It is over already');
  expect(arjun.text).toContain('We came back and did it.');
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ to_address: string }>(
    "select to_address from messages where template_slug = 'incident-over' order by to_address",
  );
  expect(rows.map(({ to_address }) => to_address)).toEqual(['kay@mail.example', 'omar@mail.example']);
  await kath.visit('/desk/incidents');
  expect(kath.text).toContain('Open incidents 0');
});

test('an adviser reads incidents and runs none; a councillor sees no callers; a partner sees nothing', async () => {
  const ada = await house.signedIn('ada-mensah');
  await ada.visit('/desk/incidents');
  expect(ada.text).not.toContain('Open an incident');
  await ada.visit(NEW);
  expect(ada.status).toBe(403);
  const ruth = await house.signedIn('ruth-adeyemi');
  await ruth.visit(path);
  expect(ruth.text).toContain('Lorry 14 broken down');
  expect(ruth.text).not.toContain('Kay');
  const dev = await house.signedIn('dev-anand');
  for (const address of ['/desk/incidents', path]) {
    await dev.visit(address);
    expect(dev.status).toBe(403);
  }
});

test('a wrong reference, kind or key is answered with what to do', async () => {
  for (const address of ['/desk/incidents/K7M3-QX9T', '/desk/incidents/x', '/desk/incidents/new?what=no.such']) {
    await kath.visit(address);
    expect(kath.status).toBe(404);
  }
  await kath.visit(`${path}?before=nonsense`);
  expect(kath.status).toBe(200);
});
