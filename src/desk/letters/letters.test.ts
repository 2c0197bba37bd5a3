import { beforeAll, describe, expect, test } from 'vitest';
import { sendMessage } from '#modules/contacts';
import { registerCustomer } from '#modules/customers';
import { staffActor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

let house: TestApp;
let ada: Browser;

beforeAll(async () => {
  house = await startApp();
  ada = await house.signedIn('ada-mensah');
});

/** Somebody with an address and nothing else. Returns the id of the message that they are written. */
async function written(name: string): Promise<string> {
  const { db, clock } = house.deps;
  const messageId = await inCouncil(db, house.councilId, async (tx) => {
    const { rows } = await db.pool.query<{ id: string }>("select id from staff_members where slug = 'ada-mensah'");
    const adviser = await staffActor(tx, house.councilId, rows[0]?.id ?? '');
    if (!adviser) throw new Error('nobody is there');
    const person = { name, reaches: [], source: 'counter', address: '4 Tide Street, Grays', postcode: 'RM17 6QT' };
    const registered = await registerCustomer(tx, clock, adviser, person);
    if (!registered.ok) throw new Error(registered.refusal);
    const sent = await sendMessage(tx, clock, systemActor(house.councilId), {
      key: `received:${name}`,
      template: 'received',
      variables: {
        name,
        service: 'a missed bin',
        place: '4 Tide Street',
        reference: 'K7M3-QX9T',
        phone: '0306 999 0100',
      },
      to: { customerId: registered.customerId },
    });
    if (!sent.ok) throw new Error(sent.refusal);
    expect(sent.channel).toBe('letter');
    return sent.messageId;
  });
  await house.work();
  return messageId;
}

const stateOf = async (id: string) =>
  (
    await house.deps.db.pool.query<{ state: string; provider: string | null }>(
      'select state, provider from messages where id = $1',
      [id],
    )
  ).rows[0];

describe('letters to post', () => {
  test('say so where there are none', async () => {
    await ada.visit('/desk/letters');
    expect(ada.text).toContain('No letter waits');
  });

  test('hold the news for somebody who has no email and no mobile, in words for paper, until they are in the post', async () => {
    const id = await written('Leonard Marsh');
    expect(await stateOf(id)).toMatchObject({ state: 'held' });

    await ada.visit('/desk/letters');
    expect(ada.text).toContain('Leonard Marsh: We have your report K7M3-QX9T');
    await ada.visit('/desk/letters/print');
    expect(ada.text).toContain('1 Quayside Square');
    expect(ada.text).toMatch(/Leonard Marsh ?4 Tide Street ?Grays ?RM17 6QT/);
    expect(ada.text).toContain('24 November 2026');
    expect(ada.text).toContain('call 0306 999 0100 and give the reference K7M3-QX9T');
    expect(ada.text).not.toMatch(/answer this email|https?:\/\//);

    await ada.visit('/desk/letters');
    await ada.submit({ letter: id }, '/desk/letters');
    expect(ada.text).toContain('1 letter is marked as posted');
    expect(await stateOf(id)).toEqual({ state: 'sent', provider: 'post' });
    await ada.visit(`/desk/outbox/${id}`);
    expect(ada.text).toContain('It was handed over');
    const { rows } = await house.deps.db.pool.query("select 1 from audit_entries where act = 'message.posted'");
    expect(rows).toHaveLength(1);
  });

  test('ask which, when nothing was chosen, and say so when a colleague was quicker', async () => {
    const id = await written('Edna Fry');
    await ada.visit('/desk/letters');
    await ada.submit({}, '/desk/letters');
    expect(ada.status).toBe(422);
    expect(ada.text).toContain('Choose each letter that is in the post');

    const grace = await house.signedIn('grace-kim');
    await grace.visit('/desk/letters');
    await ada.submit({ letter: id }, '/desk/letters');
    await grace.submit({ letter: id }, '/desk/letters');
    expect(grace.status).toBe(422);
    expect(grace.text).toContain('Somebody has posted these meanwhile');
  });

  test('are all in the post with one press: those of the list, and none that was written meanwhile', async () => {
    const [one, other] = [await written('Nora Hale'), await written('Sid Hale')];
    await ada.visit('/desk/letters');
    expect(ada.text).toContain('All 2 are in the post');
    const later = await written('Una Hale');
    await ada.submit({ which: 'all' }, '/desk/letters');
    expect(ada.text).toContain('2 letters are marked as posted');
    expect([await stateOf(one), await stateOf(other), await stateOf(later)]).toMatchObject([
      { state: 'sent' },
      { state: 'sent' },
      { state: 'held' },
    ]);
  });

  test('are nothing for a partner, and a made-up address is no fault of ours', async () => {
    const crew = await house.signedIn('dev-anand');
    await crew.visit('/desk/letters');
    expect([403, 404]).toContain(crew.status);
    for (const path of [
      '/desk/letters?after=%00',
      '/desk/letters?posted=%00&after=1.x',
      '/desk/letters/print?after=%00',
    ]) {
      await ada.visit(path);
      expect(ada.status).toBe(200);
    }
  });
});
