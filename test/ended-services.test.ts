import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openCase } from '#modules/cases';
import { serviceSchema } from '#modules/services';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { APPLICATIONS } from '#test/application-sheets';
import { apply } from '#test/apply';
import type { Browser } from '#test/browser';
import { discountService, prove } from '#test/discount';
import { amend } from '#test/hand-overs';
import { aToken } from '#test/machine';
import { reportInStreet } from '#test/street-reports';

// Discretionary housing payments ended on 31 March 2026, and another fund took their place the day after.

const OLD = 'discretionary-housing-payment';
const NEW = 'crisis-and-resilience-fund';
const LAST_DAY = '2026-03-31T20:00:00Z';
const DAY_AFTER = '2026-04-01T08:00:00Z';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

describe('online', () => {
  test('each of the two is offered in its own time, and the old address leads to what took its place', async () => {
    const kay = app.browser();
    app.clock.moveTo(LAST_DAY);
    await kay.visit('/search?q=DHP');
    expect([kay.html.includes(`/services/${OLD}"`), kay.html.includes(`/services/${NEW}"`)]).toEqual([true, false]);
    await kay.visit(`/services/${NEW}`);
    expect([kay.status, kay.text.includes('begins on')]).toEqual([404, true]);
    app.clock.moveTo(DAY_AFTER);
    await kay.visit('/search?q=DHP');
    expect([kay.html.includes(`/services/${OLD}"`), kay.html.includes(`/services/${NEW}"`)]).toEqual([false, true]);
    await kay.visit(`/services/${OLD}`);

    expect([kay.status, kay.url]).toEqual([200, `/services/${NEW}`]);
    await kay.visit(`/services/${OLD}/apply`);
    expect([kay.status, kay.url]).toEqual([200, `/services/${NEW}`]);
  });

  test('what was begun on the last day is sent on the next, and decided under the law that it was asked under', async () => {
    app.clock.moveTo('2026-03-31T22:55:00Z');
    const kay = app.browser();
    const { full = {} } = APPLICATIONS[OLD] ?? {};
    const begun = Object.entries(full).filter(([page]) => page !== 'reasons');
    expect(await apply(kay, OLD, Object.fromEntries(begun))).toMatchObject({ page: 'stuck' });
    // Ten past midnight of the next day, in summer time.
    app.clock.moveTo('2026-03-31T23:10:00Z');
    const another = app.browser();
    await another.visit(`/services/${OLD}/apply`);
    expect(another.url).toBe(`/services/${NEW}`);
    const page = kay.url;
    await kay.visit(`/services/${OLD}/apply`);
    await kay.submit({}, `/services/${OLD}/apply`);
    expect(kay.url).toBe(`/services/${NEW}`);
    await kay.visit(page);
    expect(await goOn(kay, full)).toBe('sent');
    const reference = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(kay.text)?.[0] ?? '';
    const officer = await officerOf(reference);
    await officer.submit(
      { 'decision-result': 'granted', 'decision-reasons': 'needs-it' },
      `/desk/cases/${reference}/decision`,
    );
    await prove(kay, reference);

    expect(kay.text).toContain('Discretionary Financial Assistance Regulations 2001');
  });
});

/** Answer the page that is open and those after it, as `apply` does from the start. */
async function goOn(kay: Browser, sheet: Readonly<Record<string, unknown>>): Promise<string> {
  for (let page = 0; page < 20; page += 1) {
    const [, , , , kind = '', key = ''] = kay.url.split('/');
    if (kind === 'sent') return kind;
    if (kind === 'contact') await kay.submit({ name: 'Kay Sato', email: 'kay@example.com', phone: '' });
    else if (kind === 'answers') await kay.submit({}, kay.url);
    else if (kind === 'results') await kay.submit({}, kay.url);
    else if (kind === 'evidence') await kay.submit({ how: 'in-person' });
    else {
      const typed = sheet[key];
      await kay.submit(typeof typed === 'string' ? { [key]: typed } : ((typed ?? {}) as Record<string, string>));
    }
  }
  return kay.url;
}

async function officerOf(reference: string): Promise<Browser> {
  const { rows } = await app.deps.db.pool.query<{ slug: string }>(
    `select s.slug from cases c join team_members m on m.council_id = c.council_id and m.team_id = c.team_id and m.ended_at is null
       join staff_members s on s.council_id = m.council_id and s.id = m.staff_id where c.reference = $1 limit 1`,
    [reference],
  );
  const officer = await app.signedIn(rows[0]?.slug ?? '');
  await officer.visit(`/desk/cases/${reference}`);
  return officer;
}

describe('at the desk', () => {
  test('the directory and a call offer what is offered today, and the page of the old one says where to go', async () => {
    app.clock.moveTo(DAY_AFTER);
    const ada = await app.signedIn('ada-mensah');
    await ada.visit('/desk/services?q=discretionary+housing+payment');
    expect([ada.html.includes(`services/${OLD}"`), ada.html.includes(`services/${NEW}"`)]).toEqual([false, true]);
    await ada.visit(`/desk/services/${OLD}`);
    expect(ada.text).toContain(
      'It ended on Tuesday 31 March. Nothing new is begun here. Instead: Extra help with rent',
    );
    await beginCall(ada);
    const call = ada.url.split('?')[0] ?? '';
    await ada.visit(`${call}?q=discretionary+housing+payment`);
    const picks = [...ada.html.matchAll(/<button[^>]*name="service"[^>]*value="([^"]+)"/g)].map(([, slug]) => slug);
    expect([picks.includes(OLD), picks.includes(NEW)]).toEqual([false, true]);
    await ada.submit({ service: OLD }, `${call}/service`);

    expect(ada.text).toContain('That service is not offered any more. Choose another');
  });
});

describe('what came on paper in time', () => {
  const SMALL = 'small-grant';
  beforeAll(async () => {
    const changes = { slug: SMALL, name: 'Small grant', evidence: [], claimFrom: CLAIM, valid: ENDED };
    await amend(app, {
      kind: 'service',
      slug: SMALL,
      changes: serviceSchema.parse({ ...discountService, ...changes }),
    });
  });
  const ENDED = { from: '2025-01-01', until: '2026-03-31', replacedBy: NEW };
  const CLAIM = { firstContactWithinMonths: 1, basis: 'Our own scheme' };

  async function typing(day: string): Promise<{ ada: Browser; call: string }> {
    const ada = await app.signedIn('ada-mensah');
    await beginCall(ada);
    const call = ada.url.split('?')[0] ?? '';
    await ada.visit(`${call}?q=small+grant`);
    await ada.submit({ [`received-on-${SMALL}`]: day }, `${call}/paper?q=small%20grant`);
    return { ada, call };
  }

  test('is typed in at the desk after the last day, counts and is promised from the day on which it came', async () => {
    app.clock.moveTo('2026-04-08T09:00:00Z');
    const kay = app.browser();
    await kay.visit(`/services/${SMALL}/apply`);
    expect(kay.url).toBe(`/services/${NEW}`);
    const { ada, call } = await typing('2026-03-30');
    expect(ada.text).toContain('You type in what came on paper on Monday 30 March 2026');
    await ada.submit({ alone: 'yes', student: 'no' }, `${call}/answers`);
    await ada.submit(
      { 'answered-by': 'customer', 'given-name': 'Kay Sato', 'given-phone': '', 'given-email': 'kay@example.com' },
      `${call}/case`,
    );
    const { rows } = await app.deps.db.pool.query<{ opened: string; due: string; typed: object; reference: string }>(
      `select c.opened_at::date::text as opened, c.reference, p.started_at::date::text as due, a.detail as typed
         from cases c join promises p on p.council_id = c.council_id and p.subject_id = c.id
         join audit_entries a on a.council_id = c.council_id and a.subject_id = c.id and a.act = 'case.typed-from-paper'
        where c.service_slug = $1`,
      [SMALL],
    );
    expect(rows[0]).toMatchObject({ opened: '2026-03-30', due: '2026-03-30', typed: { receivedOn: '2026-03-30' } });
    await ada.visit(`/desk/cases/${rows[0]?.reference ?? ''}`);
    expect(ada.text).toContain('It came to us on paper on Monday 30 March 2026.');
    await prove(kay, rows[0]?.reference ?? '');
    expect(kay.text).toContain('This counts from Monday 30 March 2026');
  });

  test.each([
    ['2026-04-01', 'was offered from Wednesday 1 January 2025 to Tuesday 31 March 2026'],
    ['2026-04-20', 'Enter today or an earlier day'],
    ['2026-02-30', 'Enter the day on which we received it'],
    ['', 'Enter the day on which we received it'],
  ])('is refused with the day “%s”, and nothing is begun', async (day, words) => {
    app.clock.moveTo('2026-04-08T09:00:00Z');
    const { ada } = await typing(day);
    expect([ada.status, ada.text.includes(words)]).toEqual([422, true]);
    expect(ada.text).not.toContain('Are you the only adult there?');
  });

  test('is for staff alone: another door opens nothing with a day of its own', async () => {
    app.clock.moveTo('2026-04-08T09:00:00Z');
    const opened = await inCouncil(app.deps.db, app.councilId, (tx) =>
      openCase(tx, app.clock, visitor(app.councilId), {
        ...{ service: SMALL, channel: 'web', answers: {}, place: null, parties: [] },
        receivedOn: '2026-03-30',
      }),
    );
    expect(opened).toMatchObject({ ok: false, refusal: 'not-allowed' });
  });
});

async function beginCall(ada: Browser): Promise<void> {
  await ada.visit('/desk');
  await ada.submit({ channel: 'phone' }, '/desk/calls');
}

describe('for machines', () => {
  let token: string;
  beforeEach(async () => {
    token = await aToken(app, 'api-write');
  });
  const ask = (url: string, payload?: object) =>
    app.app.inject({
      method: payload ? 'POST' : 'GET',
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload && { payload }),
    });
  const slugs = async () =>
    (await ask('/api/v1/services')).json<{ items: { slug: string }[] }>().items.map(({ slug }) => slug);

  test('the API lists the one that is offered today, and opens no case under the other', async () => {
    app.clock.moveTo(LAST_DAY);
    const before = await slugs();
    app.clock.moveTo(DAY_AFTER);
    const after = await slugs();
    const late = await ask('/api/v1/cases', { service: OLD, channel: 'machine', answers: {}, parties: [] });

    expect([before.includes(OLD), before.includes(NEW)]).toEqual([true, false]);
    expect([after.includes(OLD), after.includes(NEW)]).toEqual([false, true]);
    expect(late.statusCode).toBe(400);
    expect(late.json<{ detail: string }>().detail).toBe(`${OLD} is not offered today. Use ${NEW}.`);
  });

  test('Open311 knows a service until its last day, and goes on telling of what was asked under it', async () => {
    app.clock.moveTo('2026-11-24T11:00:00Z');
    const { reference } = await reportInStreet(app);
    await amend(app, { kind: 'service', slug: 'pothole', changes: { valid: { until: '2026-11-24' } } });
    const codes = async () =>
      (await ask('/open311/v2/services.json')).json<{ service_code: string }[]>().map((one) => one.service_code);
    expect(await codes()).toContain('pothole');
    app.clock.moveTo('2026-11-25T11:00:00Z');
    const definition = await ask('/open311/v2/services/pothole.json');
    const posted = await app.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'service_code=pothole&lat=51.54&long=0.14&description=A+hole',
    });
    const request = await ask(`/open311/v2/requests/${reference}.json`);

    expect(await codes()).not.toContain('pothole');
    expect([definition.statusCode, posted.statusCode, request.statusCode]).toEqual([404, 404, 200]);
  });
});

test('a case is not moved to a service that has ended, nor offered it, and keeps its own', async () => {
  const own = await startApp();
  const { reference } = await reportInStreet(own);
  await amend(own, { kind: 'service', slug: 'street-light', changes: { valid: { until: '2026-11-23' } } });
  const beth = await own.signedIn('beth-nolan');
  await beth.visit(`/desk/cases/${reference}`);
  const stale = beth.html.includes('<option value="street-light"');
  await beth.submit(
    { 'move-service': 'street-light', 'move-team': '', 'move-why': 'It is a light' },
    `/desk/cases/${reference}/service`,
  );
  expect([stale, beth.text.includes('That service is not offered any more')]).toEqual([false, true]);
  await amend(own, { kind: 'service', slug: 'pothole', changes: { valid: { until: '2026-11-23' } } });
  await beth.visit(`/desk/cases/${reference}`);
  expect(beth.html).toContain('<option value="pothole" selected');
});
