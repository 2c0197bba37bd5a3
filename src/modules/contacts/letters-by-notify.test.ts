import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerCustomer } from '#modules/customers';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { notifyLetters } from '#platform/mail/notify-letters';
import { definedTasks } from '#platform/outbox';
import { noTransports } from '#platform/transports';
import { startApp, type TestApp } from '#test/app';
import { atEndOfFile } from '#test/endings';
import { deliverMessage } from './deliver-message.ts';
import { sendMessage } from './send-message.ts';

const KEY = 'team-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';
const asked: { method: string; url: string; body: Record<string, unknown> }[] = [];
let answer: { status: number; body: object };
let house: TestApp;

beforeAll(async () => {
  const server = createServer((request, reply) => {
    void text(request).then((body) => {
      const sent = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
      asked.push({ method: request.method ?? '', url: request.url ?? '', body: sent });
      reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEndOfFile(
    () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  );
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const letter = notifyLetters({ apiKey: KEY, url, template: 't-1' });
  house = await startApp({ deps: { transports: { ...noTransports, letter } } });
});
beforeEach(() => {
  asked.length = 0;
  answer = { status: 201, body: { id: 'n-1' } };
});

interface Row {
  id: string;
  state: string;
  state_reason: string | null;
  provider_id: string | null;
}

/** So unlike that nobody takes one for another. */
const NAMES = ['', 'Mavis Acole', 'Derek Holt', 'Asha Verma', 'Ivor Pugh', 'Nell Garner', 'Bruno Sykes'];

let letters = 0;

/** A letter to somebody who can only be written to on paper, as the queue leaves it. */
async function written(): Promise<() => Promise<Row>> {
  letters += 1;
  const { councilId, deps, clock } = house;
  const system = systemActor(councilId);
  const name = NAMES[letters] ?? 'Tess Quill';
  const sent = await inCouncil(deps.db, councilId, async (tx) => {
    const home = { address: `${String(letters)} Elm Road, Grays`, postcode: 'RM17 6QT' };
    const made = await registerCustomer(tx, clock, system, { name, ...home, reaches: [], source: 'phone' });
    if (!made.ok) throw new Error(made.refusal);
    return sendMessage(tx, clock, system, {
      key: `a letter ${String(letters)}`,
      template: 'decision',
      channel: 'letter',
      variables: { name, service: 'Council tax support', reference: 'K7M3-QX9T', decision: 'Yes.' },
      to: { customerId: made.customerId },
    });
  });
  if (!sent.ok) throw new Error(sent.refusal);
  await house.work();
  return async () => {
    const { rows } = await deps.db.pool.query<Row>('select * from messages where id = $1', [sent.messageId]);
    return rows[0] as Row;
  };
}

const follow = () => definedTasks().get('contacts-follow-letters')?.(house.deps, { councilId: house.councilId });

describe('a letter by GOV.UK Notify', () => {
  test('goes with its address on lines and the id of the message as its reference', async () => {
    const now = await written();
    const row = await now();

    expect(row).toMatchObject({ state: 'sent', provider_id: 'n-1' });
    expect(asked.map(({ url }) => url)).toEqual(['/v2/notifications/letter']);
    expect(asked[0]?.body).toMatchObject({
      template_id: 't-1',
      reference: row.id,
      personalisation: {
        address_line_1: 'Mavis Acole',
        address_line_2: '1 Elm Road',
        address_line_3: 'Grays',
        address_line_4: 'RM17 6QT',
      },
    });
  });

  test('is followed until it is in the post, and asked for no oftener than every six hours', async () => {
    const now = await written();
    answer = { status: 200, body: { id: 'n-1', status: 'accepted' } };
    asked.length = 0;
    await follow();
    await follow();
    const once = asked.filter(({ url }) => url === '/v2/notifications/n-1').length;
    expect((await now()).state).toBe('sent');
    house.clock.advance(7 * 60);
    answer = { status: 200, body: { id: 'n-1', status: 'received' } };
    await follow();
    asked.length = 0;
    house.clock.advance(7 * 60);
    await follow();

    expect(once).toBeGreaterThan(0);
    expect((await now()).state).toBe('delivered');
    expect(asked).toEqual([]);
  });

  test('that Notify fails says why, and is posted by hand', async () => {
    const now = await written();
    answer = { status: 200, body: { id: 'n-1', status: 'technical-failure' } };
    await follow();
    const row = await now();
    const ada = await house.signedIn('ada-mensah');
    await ada.visit('/desk/letters');
    await ada.submit({ letter: row.id }, '/desk/letters');

    expect(row).toMatchObject({ state: 'failed', state_reason: 'GOV.UK Notify: a fault at the printer' });
    expect((await now()).state).toBe('sent');
  });

  test('that Notify refuses, or whose address is too short, is posted by hand', async () => {
    answer = { status: 400, body: { errors: [{ error: 'ValidationError', message: 'Last line must be a postcode' }] } };
    const refused = await written();
    asked.length = 0;
    const message = { id: 'm', channel: 'letter', to: 'Grays', toName: 'Mavis', subject: null, body: 'Yes.' } as const;
    const short = await house.deps.transports.letter?.send({ ...message, replyTo: null, fromName: 'E', attempt: 1 });

    const row = await refused();
    expect([row.state, row.state_reason]).toEqual(['failed', 'ValidationError: Last line must be a postcode']);
    expect(short).toMatchObject({ ok: false, again: false });
    expect(asked).toEqual([]);
  });

  test('with Notify away is tried again, and asked for before it goes a second time', async () => {
    answer = { status: 503, body: { errors: [{ error: 'Exception', message: 'away' }] } };
    const now = await written();
    const { id: messageId, state } = await now();
    expect(state).toBe('queued');
    asked.length = 0;
    answer = { status: 200, body: { notifications: [{ id: 'n-9' }] } };
    await deliverMessage(house.deps, { councilId: house.councilId, messageId });

    expect(asked.map(({ method }) => method)).toEqual(['GET']);
    expect(await now()).toMatchObject({ state: 'sent', provider_id: 'n-9' });
  });
});

test('what is wrong with the choice of letters is said on the page of the list that it was made on', async () => {
  const ada = await house.signedIn('ada-mensah');
  answer = { status: 400, body: { errors: [{ error: 'ValidationError', message: 'no' }] } };
  await written();
  await ada.visit('/desk/letters?after=1.01900000-0000-7000-8000-000000000000');
  await ada.submit({}, '/desk/letters?after=1.01900000-0000-7000-8000-000000000000');

  expect(ada.status).toBe(422);
  expect(ada.url).toContain('after=1.');
  expect(ada.html).toContain('action="/desk/letters?after=1.01900000-0000-7000-8000-000000000000"');
});
