import { beforeEach, describe, expect, test } from 'vitest';
import { smtpTransport } from '#platform/mail/smtp-transport';
import { noTransports } from '#platform/transports';
import { startApp, type TestApp } from '#test/app';
import { amend, connectedTo, type Receiver, startReceiver } from '#test/hand-overs';
import { aToken } from '#test/machine';
import { startMailSink } from '#test/mail-sink';
import { reportInStreet } from '#test/street-reports';
import { deliverHandOvers } from './index.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});

const COMMON = { does: 'For a test', team: 'revenues-benefits', giveUpDays: 5 };
const INBOX = { kind: 'email', name: { en: 'Highways contractor' }, address: 'jobs@partner.example', ...COMMON };
const VALUERS = { kind: 'worklist', name: { en: 'Valuers' }, ...COMMON };

async function sentTo(slug: string, destination: object, service: object = {}): Promise<void> {
  await amend(app, { kind: 'destination', slug, changes: destination });
  await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: [slug], ...service } });
}

interface Row {
  id: string;
  state: string;
  attempts: number;
  last_error: string | null;
  delivered_how: string | null;
  stage: string;
  ending: string | null;
}

async function accepted(): Promise<{ caseId: string; reference: string; row: () => Promise<Row> }> {
  const { caseId, reference } = await reportInStreet(app);
  await app.work();
  const row = async () => {
    const { rows } = await app.deps.db.pool.query<Row>(
      'select h.*, c.stage, c.ending from hand_overs h join cases c on c.id = h.case_id where c.id = $1',
      [caseId],
    );
    return rows[0] as Row;
  };
  return { caseId, reference, row };
}

const byMail = (url: string) => ({
  ...noTransports,
  email: smtpTransport({ url, from: 'no-reply@estuary.example' }),
});

describe('a destination that is an inbox', () => {
  test('gets the case as a mail in words, whose id is that of the hand-over', async () => {
    const sink = await startMailSink();
    app.deps.transports = byMail(sink.url);
    await sentTo('partner-inbox', INBOX);
    const { reference, row } = await accepted();
    const { id, ...now } = await row();
    const mail = sink.mails.find(({ to }) => to === 'jobs@partner.example');

    expect(now).toMatchObject({ state: 'delivered', attempts: 1, delivered_how: 'automatic' });
    expect(mail?.id).toContain(id);
    expect(mail?.text).toMatch(new RegExp(`Subject: ${reference}: `));
    expect(mail?.text).toContain('requester: Kay Lewis, kay@mail.example, 020 7946 0001');
    expect(mail?.text).toContain('Where: Outside the library');
    expect(mail?.text).toContain('By the crossing');
  });

  test('waits while the mail server is away, and goes once it is there', async () => {
    app.deps.transports = byMail('smtp://127.0.0.1:9');
    await sentTo('partner-inbox', INBOX);
    const { row } = await accepted();
    const away = await row();
    const sink = await startMailSink();
    app.deps.transports = byMail(sink.url);
    app.clock.advance(61);
    await deliverHandOvers(app.deps, { councilId: app.councilId, destination: 'partner-inbox' });

    expect([away.state, away.attempts, (await row()).state]).toEqual(['waiting', 1, 'delivered']);
    expect(sink.mails.filter(({ to }) => to === 'jobs@partner.example')).toHaveLength(1);
  });

  test('is not tried while no mail provider is set up, and says so at the desk', async () => {
    await sentTo('partner-inbox', INBOX);
    const { row } = await accepted();
    const { id, state, attempts } = await row();
    const colin = await app.signedIn('colin-webb');
    await colin.visit(`/desk/hand-overs/${id}`);

    expect([state, attempts]).toEqual(['waiting', 0]);
    expect(colin.text).toContain('No mail provider is set up, so nothing can be sent');
  });
});

test('a destination that is a team’s list has it at once, and the team writes down what it did', async () => {
  await sentTo('valuers', VALUERS, { closes: 'by-itself', jobs: [] });
  const { reference, row } = await accepted();
  const { id, state } = await row();
  const colin = await app.signedIn('colin-webb');
  await colin.visit('/desk/hand-overs?destination=valuers&state=delivered');
  expect([state, colin.text.includes(reference)]).toEqual(['delivered', true]);
  await colin.visit(`/desk/hand-overs/${id}`);
  await colin.submit({ result: 'done', words: 'We looked at the home.', theirs: '' }, `/desk/hand-overs/${id}/answer`);

  expect(await row()).toMatchObject({ state: 'answered', ending: 'done' });
});

describe('what delivery does to the clocks of a case', () => {
  let office: Receiver;
  let token: string;
  beforeEach(async () => {
    office = await startReceiver();
    app.deps.handOver = connectedTo(office.url, '/nowhere');
    token = await aToken(app, 'api-write');
  });

  interface Promised {
    standard: string;
    outcome: string | null;
    is_paused: boolean;
    due_at: Date;
  }

  async function promises(caseId: string): Promise<Promised[]> {
    const { rows } = await app.deps.db.pool.query<Promised>(
      'select standard_slug as standard, outcome, paused_at is not null as is_paused, due_at from promises where subject_id = $1 order by standard_slug',
      [caseId],
    );
    return rows;
  }

  const say = (id: string, payload: object) =>
    app.app.inject({
      method: 'POST',
      url: `/api/v1/hand-overs/${id}/answer`,
      headers: { authorization: `Bearer ${token}` },
      payload,
    });

  const pauses = { kind: 'destination', slug: 'revenues-system', changes: { promise: 'pauses' } } as const;

  test('is to stop them until it has answered, where it says so', async () => {
    await amend(app, pauses);
    await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['revenues-system'] } });
    const { caseId, row } = await accepted();
    const { id } = await row();
    const before = await promises(caseId);
    await say(id, { id: 'ack', reference: 'CT-1' });
    const acknowledged = await promises(caseId);
    app.clock.advance(7 * 1_440);
    await say(id, { id: 'done', result: 'done', words: 'Looked at.' });
    const after = await promises(caseId);

    expect(before.map(({ is_paused: paused }) => paused)).toEqual([true, true]);
    expect(acknowledged).toEqual(before);
    expect(after.map(({ is_paused: paused }) => paused)).toEqual([false, false]);
    expect(after.every(({ due_at: due }, at) => due > (before[at]?.due_at ?? due))).toBe(true);
  });

  test('is to leave those stopped that wait for the customer, though it has answered', async () => {
    await amend(app, pauses);
    await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['revenues-system'] } });
    const { caseId, row } = await accepted();
    const { id } = await row();
    await say(id, { id: 'more', result: 'needs-evidence', evidence: [{ code: 'x', words: 'A photo' }] });
    await say(id, { id: 'no', result: 'refused', reasons: [{ code: 'x', words: 'Not ours.' }] });

    expect((await row()).stage).toBe('waiting');
    expect((await promises(caseId)).map(({ is_paused: paused }) => paused)).toEqual([true, true]);
  });

  test('is to begin the promise of its standard, once, and the customer is told', async () => {
    const starts = { promise: { starts: 'enquiry-answered' } };
    await amend(app, { kind: 'destination', slug: 'revenues-system', changes: starts });
    await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['revenues-system'] } });
    office.behave((_, reply) => reply.writeHead(503).end());
    const { caseId, reference, row } = await accepted();
    expect((await promises(caseId)).map(({ standard }) => standard)).not.toContain('enquiry-answered');
    office.behave((_, reply) => reply.writeHead(204).end());
    app.clock.advance(61);
    await deliverHandOvers(app.deps, { councilId: app.councilId, destination: 'revenues-system' });
    await say((await row()).id, { id: 'ack', reference: 'CT-1' });
    const begun = (await promises(caseId)).filter(({ standard }) => standard === 'enquiry-answered');
    const kay = app.browser();
    await kay.visit(`/track/${reference}`);
    await kay.submit({ fact: 'kay@mail.example' });

    expect(begun).toHaveLength(1);
    expect(begun[0]).toMatchObject({ outcome: null, is_paused: false });
    expect(kay.text).toContain('Council tax and benefits system has it.');
  });
});

describe('a case that did not go where its service sends others now', () => {
  beforeEach(async () => {
    await amend(app, { kind: 'destination', slug: 'valuers', changes: VALUERS });
  });
  const PRESS = 'Hand it over now to: Valuers';

  test('goes there by one press at the desk, once', async () => {
    const { reference, row } = await accepted();
    await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['valuers'] } });
    const ines = await app.signedIn('ines-ferreira');
    await ines.visit(`/desk/cases/${reference}`);
    expect(ines.text).toContain(PRESS);
    const stale = ines.twin();
    await ines.submit({}, `/desk/cases/${reference}/hand-over`);
    await app.work();
    await ines.visit(`/desk/cases/${reference}`);
    await stale.submit({}, `/desk/cases/${reference}/hand-over`);

    expect((await row()).state).toBe('delivered');
    expect(ines.text).not.toContain(PRESS);
    expect(stale.text).toContain('It goes there already');
  });

  test('is not offered where it has ended, nor taken from somebody who does not work on cases', async () => {
    const { reference, row } = await accepted();
    await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['valuers'] } });
    const ines = await app.signedIn('ines-ferreira');
    await ines.visit(`/desk/cases/${reference}`);
    const stale = ines.twin();
    await ines.submit({ ending: 'withdrawn', 'ending-reason': 'Not needed' }, `/desk/cases/${reference}/ending`);
    await ines.visit(`/desk/cases/${reference}`);
    await stale.submit({}, `/desk/cases/${reference}/hand-over`);
    const ruth = await app.signedIn('ruth-adeyemi');
    await ruth.visit(`/desk/cases/${reference}`);

    expect([ines.text.includes(PRESS), stale.status, ruth.text.includes(PRESS)]).toEqual([false, 422, false]);
    expect(await row()).toBeUndefined();
  });
});
