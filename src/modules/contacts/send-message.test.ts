import { beforeAll, describe, expect, test } from 'vitest';
import { inCouncil } from '#platform/db';
import type { OutgoingMessage, SendResult } from '#platform/transports';
import { startApp, type TestApp } from '#test/app';
import { type SmallCouncil, smallCouncil } from '#test/small-council';
import { deliverMessage } from './deliver-message.ts';
import { sendMessage } from './send-message.ts';
import { sweepMessages } from './sweep-messages.ts';

let house: TestApp;
let council: SmallCouncil;
const sent: OutgoingMessage[] = [];
let answer: (message: OutgoingMessage) => SendResult | Promise<SendResult>;

beforeAll(async () => {
  const send = (message: OutgoingMessage) => {
    sent.push(message);
    return Promise.resolve(answer(message));
  };
  house = await startApp({
    deps: { transports: { email: { name: 'fake', send }, sms: { name: 'fake', send }, letter: null } },
  });
  council = await smallCouncil(house.deps.db, house.clock);
  answer = () => ({ ok: true, provider: 'fake', providerId: 'p-1' });
});

const inTx: <T>(work: Parameters<typeof inCouncil<T>>[2]) => Promise<T> = (work) =>
  inCouncil(house.deps.db, council.councilId, work);

type Command = Parameters<typeof sendMessage>[3];
const send = (command: Partial<Command> & { key: string }) =>
  inTx((tx) =>
    sendMessage(tx, house.clock, council.adviser, {
      template: 'received',
      variables: {},
      to: { email: `${command.key}@example.com`, name: 'Kay' },
      ...command,
    }),
  );
const deliver = (messageId: string) => deliverMessage(house.deps, { councilId: council.councilId, messageId });
const row = (key: string) =>
  inTx((tx) =>
    tx
      .selectFrom('messages')
      .selectAll()
      .where('council_id', '=', council.councilId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow(),
  );

describe('a message out', () => {
  test('is sent once by the queue, is a contact in the history, and links only to our own door', async () => {
    const written = await send({
      key: 'one',
      variables: { place: '14 Orchard Road', track: '/track/K7M3-QX9T', promise: 'By 5pm today.' },
    });
    const again = await send({ key: 'one', variables: { place: 'another place' } });
    await house.work();

    expect(written).toMatchObject({ ok: true, isNew: true, state: 'queued', channel: 'email' });
    expect(again).toMatchObject({ ok: true, isNew: false });
    const mails = sent.filter(({ to }) => to === 'one@example.com');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ fromName: 'Testford Council', toName: 'Kay', attempt: 1 });
    expect(mails[0]?.body).toContain('Follow it at http://127.0.0.1:3000/track/K7M3-QX9T');
    expect(await row('one')).toMatchObject({
      state: 'sent',
      provider_id: 'p-1',
      template_version: 1,
      moment: 'received',
    });
    const contact = await inTx((tx) =>
      tx
        .selectFrom('contacts')
        .selectAll()
        .where('council_id', '=', council.councilId)
        .where('direction', '=', 'out')
        .executeTakeFirstOrThrow(),
    );
    expect(contact).toMatchObject({ channel: 'email', handled: 'automatic' });
  });

  test('never turns what somebody typed into markup or a link', async () => {
    await send({
      key: 'evil',
      variables: {
        place: '# Pay\n[here](https://evil.example/x) {{home}} <b>now</b> www.evil.example',
        track: 'https://evil.example',
      },
    });
    const { body } = await row('evil');
    expect(body).not.toMatch(/evil\.example|https?:\/\/|\[|\]\(|<b>|\{\{/);
    expect(body).not.toMatch(/^#/m);
    expect(body).toContain('evil. example');
  });

  test('leaves as a text where a mobile number is all that is known, and not at all where nothing is', async () => {
    const text = await send({ key: 'phone-only', to: { phone: '07700 900123' } });
    const nothing = await send({ key: 'nobody', to: { name: 'Kay', phone: '020 7946 0123' } });
    expect(text).toMatchObject({ ok: true, channel: 'sms' });
    expect(await row('phone-only')).toMatchObject({ to_address: '+447700900123', subject: null });
    expect(nothing).toEqual({ ok: false, refusal: 'no-way-to-reach' });
  });

  test('is refused where the council has no such template', async () => {
    expect(await send({ key: 'none', template: 'no-such' })).toEqual({ ok: false, refusal: 'unknown-template' });
  });

  test('is capped: of 136 texts to one person at once the council sends three, and the rest say so', async () => {
    const to = { phone: '07700 900456', name: 'Gill' };
    // Four at a time: as many tasks as a worker has in hand, and fewer than the pool has connections.
    for (let index = 0; index < 136; index += 4) {
      await Promise.all([0, 1, 2, 3].map((more) => send({ key: `waiting-${index + more}`, to })));
    }
    await house.work();
    expect(sent.filter((message) => message.to === '+447700900456')).toHaveLength(3);
    const states = await inTx((tx) =>
      tx
        .selectFrom('messages')
        .select(['state', 'state_reason'])
        .where('council_id', '=', council.councilId)
        .where('to_address', '=', '+447700900456')
        .execute(),
    );
    expect(states.filter(({ state }) => state === 'capped')).toHaveLength(133);
    expect(states.find(({ state }) => state === 'capped')?.state_reason).toContain('more than 3 messages');
  });

  test('goes out past the cap where the council marked its kind as always', async () => {
    await council.document('template', 'incident', {
      slug: 'incident',
      subject: { en: 'Late' },
      channels: ['email'],
      when: 'incident',
      body: 'Late today',
    });
    const to = { email: 'capped@example.com' };
    for (const key of ['c1', 'c2', 'c3']) await send({ key, to });
    expect(await send({ key: 'c4', to })).toMatchObject({ state: 'capped' });
    expect(await send({ key: 'c5', to, template: 'incident' })).toMatchObject({ state: 'queued' });
  });

  test('waits for the morning where a text would come at night', async () => {
    house.clock.moveTo('2026-11-24T22:30:00Z');
    const written = await send({ key: 'night', to: { phone: '07700 900789' } });
    house.clock.moveTo('2026-11-24T11:00:00Z');
    const { rows } = await house.deps.db.pool.query<{ run_at: Date }>(
      'select run_at from graphile_worker.jobs where key like $1',
      [`deliver-message:${written.ok ? written.messageId : ''}:%`],
    );
    expect(rows[0]?.run_at.toISOString()).toBe('2026-11-25T08:00:00.000Z');
  });
});

describe('delivery', () => {
  const writeOne = async (key: string, command: Partial<Command> = {}) => {
    const written = await send({ key, ...command });
    if (!written.ok) throw new Error(written.refusal);
    return written.messageId;
  };

  test('by two workers at once sends once', async () => {
    const id = await writeOne('twice');
    await Promise.all([deliver(id), deliver(id)]);
    expect(sent.filter((message) => message.id === id)).toHaveLength(1);
  });

  test('is tried again after a passing failure and says so honestly meanwhile', async () => {
    const id = await writeOne('flaky');
    answer = () => ({ ok: false, provider: 'fake', again: true, reason: 'the server is busy' });
    await deliver(id);
    expect(await row('flaky')).toMatchObject({ state: 'queued', state_reason: 'the server is busy', sent_at: null });
    answer = () => Promise.reject(new Error('connection refused'));
    await deliver(id);
    expect(await row('flaky')).toMatchObject({ state: 'queued', state_reason: 'connection refused', attempts: 2 });
    answer = () => ({ ok: true, provider: 'fake', providerId: null });
    await deliver(id);
    expect(await row('flaky')).toMatchObject({ state: 'sent', state_reason: null, attempts: 3 });
  });

  test('that a provider refuses for good has failed', async () => {
    const id = await writeOne('refused');
    answer = () => ({ ok: false, provider: 'fake', again: false, reason: 'no such mailbox' });
    await deliver(id);
    await deliver(id);
    answer = () => ({ ok: true, provider: 'fake', providerId: null });
    expect(await row('refused')).toMatchObject({ state: 'failed', state_reason: 'no such mailbox', attempts: 1 });
  });

  test('gives up after the last back-off', async () => {
    const id = await writeOne('hopeless');
    answer = () => ({ ok: false, provider: 'fake', again: true, reason: 'busy' });
    for (let attempt = 0; attempt < 9; attempt += 1) await deliver(id);
    answer = () => ({ ok: true, provider: 'fake', providerId: null });
    expect(await row('hopeless')).toMatchObject({ state: 'failed', attempts: 7 });
  });

  test('of a message that a dead worker left behind is taken up after ten minutes, not before', async () => {
    const id = await writeOne('dead');
    await inTx((tx) =>
      tx
        .updateTable('messages')
        .set({ state: 'sending', claimed_at: house.clock.now(), attempts: 1 })
        .where('council_id', '=', council.councilId)
        .where('id', '=', id)
        .execute(),
    );
    await deliver(id);
    expect(sent.filter((message) => message.id === id)).toHaveLength(0);
    house.clock.advance(11);
    await deliver(id);
    expect(sent.filter((message) => message.id === id)).toMatchObject([{ attempt: 2 }]);
  });

  test('of a message whose task was lost with its worker is queued again by the sweep', async () => {
    const id = await writeOne('lost');
    await house.deps.db.pool.query('delete from graphile_worker._private_jobs');
    house.clock.advance(11);
    await sweepMessages(house.deps);
    await house.work();
    expect(await row('lost')).toMatchObject({ state: 'sent' });
    expect(sent.filter((message) => message.id === id)).toHaveLength(1);
  });

  test('without a provider is held, which is not sent', async () => {
    const id = await writeOne('held');
    const deps = { ...house.deps, transports: { ...house.deps.transports, email: null } };
    await deliverMessage(deps, { councilId: council.councilId, messageId: id });
    expect(await row('held')).toMatchObject({
      state: 'held',
      sent_at: null,
      state_reason: 'no provider is set up for this channel',
    });
  });
});
