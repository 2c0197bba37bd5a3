import {
  accountActor,
  answerInvitation,
  beginRegistration,
  followUpRegistrations,
  inviteHelper,
  makeAccount,
} from '#modules/accounts';
import type { Resident } from '#modules/councils';
import { systemActor } from '#platform/actor';
import { MovableClock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Neighbour } from './neighbours.ts';

const DAY = 86_400_000;

interface Street {
  councilId: string;
  now: Date;
  /** The residents of the council's folder, and the same people as they stand on record, in the same order. */
  residents: readonly Resident[];
  neighbours: readonly Neighbour[];
}

/**
 * Residents with an account, whom the sign-in page lists: one who joined alone, one who was helped at the counter, one
 * who helps another. And somebody who began to register and stopped.
 */
export async function giveAccounts(tx: Tx, street: Street): Promise<void> {
  const { councilId, now, residents, neighbours } = street;
  const ids = new Map<string, string>();
  for (const [index, { slug, email, about }] of residents.entries()) {
    const customerId = neighbours[index]?.customerId;
    if (email === undefined || !customerId) continue;
    const clock = new MovableClock(new Date(now.getTime() - (30 - index * 6) * DAY));
    const id = await makeAccount(tx, clock, systemActor(councilId), {
      name: neighbours[index]?.name ?? slug,
      proven: { channel: 'email', address: email },
      customerId,
      madeHow: index === 2 ? 'counter' : 'self',
      demonstrationAbout: about,
    });
    ids.set(slug, id);
  }
  await helpEachOther(tx, street, { asks: ids.get('rosie-tan'), helps: ids.get('maya-collins') });
  await leaveOne(tx, street);
}

async function helpEachOther(
  tx: Tx,
  { councilId, now, residents }: Street,
  pair: { asks?: string | undefined; helps?: string | undefined },
): Promise<void> {
  const clock = new MovableClock(new Date(now.getTime() - 5 * DAY));
  const asks = pair.asks === undefined ? null : await accountActor(tx, councilId, pair.asks);
  const helps = pair.helps === undefined ? null : await accountActor(tx, councilId, pair.helps);
  const email = residents.find(({ slug }) => slug === 'maya-collins')?.email;
  if (!asks || !helps || email === undefined) return;
  const invited = await inviteHelper(tx, clock, asks, {
    kind: 'relative',
    name: helps.name,
    email,
    scopes: ['see', 'ask'],
    endsOn: null,
  });
  const token = invited.ok ? (invited.path.split('/').at(-1) ?? '') : '';
  await answerInvitation(tx, clock, helps, { token, answer: 'yes' });
}

/** Began two days ago, was written to, and is to be rung now. */
async function leaveOne(tx: Tx, { councilId, now }: Street): Promise<void> {
  const clock = new MovableClock(new Date(now.getTime() - 2 * DAY));
  const address = 'dennis.okafor@mail.example';
  await beginRegistration(tx, clock, { councilId, name: 'Dennis Okafor', channel: 'email', address, madeHow: 'self' });
  clock.advance(90);
  await followUpRegistrations(tx, clock, councilId);
}
