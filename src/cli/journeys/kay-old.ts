import type { Ask } from '../http-client.ts';
import { type Caller, chaseByPhone, type Reported, reportByPhone } from './calls.ts';
import { kayInDocument } from './document.ts';
import { type Act, type CaseRead, type JourneyRead, type PlayedJourney, played } from './played.ts';
import type { World } from './world.ts';

const KAY: Caller = { name: 'Kay Marlow', house: '9', postcode: 'RM9 6HR', phone: '0306 999 0422', email: '' };

const CALLS = 15;
const EMAILS = 6;
const CALLS_BACK = 5;

/** Fifteen calls, six emails to refuse, a call to a councillor and five calls back, on one case that nobody finishes. */
export async function playKayOld(world: World): Promise<PlayedJourney> {
  const reported = await reportByPhone(world.adviser, KAY);
  const acts: Act[] = [counted('Kay', 'Rings: her bin and the street', 'phone', reported.contactId)];
  for (let call = 2; call <= CALLS; call += 1) {
    const contactId = await chaseByPhone(world.adviser, KAY, reported);
    acts.push(counted('Kay', `Rings again (call ${call} of ${CALLS})`, 'phone', contactId));
  }
  for (let email = 1; email <= EMAILS; email += 1) {
    const contactId = await logged(world, reported, { channel: 'email', direction: 'out', act: null });
    acts.push(counted('Contact centre', `Emails refuse (${email} of ${EMAILS})`, 'email', contactId));
  }
  const toCouncillor = await logged(world, reported, { channel: 'phone', direction: 'in', act: 'chase' });
  acts.push(counted('Kay', 'Rings a councillor', 'phone', toCouncillor));
  for (let call = 1; call <= CALLS_BACK; call += 1) {
    const contactId = await logged(world, reported, { channel: 'phone', direction: 'out', act: null });
    acts.push(counted('Contact centre', `Calls her back (${call} of ${CALLS_BACK})`, 'phone', contactId));
  }
  const { reference } = reported;
  return await played(world, { variant: 'old', reference, acts, document: kayInDocument.old, isAsTold });
}

function counted(who: string, what: string, channel: string, contactId: string): Act {
  return { who, what, channel, contactId, inDocument: true };
}

interface Contact {
  channel: 'phone' | 'email';
  direction: 'in' | 'out';
  act: 'chase' | null;
}

/** A contact that another system wrote down. @returns its id. */
async function logged(
  { machine }: World,
  { reference }: Reported,
  { channel, direction, act }: Contact,
): Promise<string> {
  const questions = [{ act, reason: 'progress', service: 'missed-bin', case: reference }];
  const json = { channel, direction, handled: 'person', questions };
  const asked: Ask = { method: 'POST', path: '/api/v1/contacts', json };
  return (await machine.ask<{ id: string }>(asked)).id;
}

/**
 * Still open after all of it, and every contact of a person has its price. What Frontdoor writes to her by itself, a letter
 * since she gave no email address, is not of the old world and has no price in its document.
 */
function isAsTold({ stage }: CaseRead, { lines }: JourneyRead): boolean {
  const byPeople = lines.filter(({ handled }) => handled === 'person');
  const arePriced = byPeople.every(({ pence }) => pence !== null);
  return stage === 'open' && arePriced && byPeople.length === CALLS + EMAILS + 1 + CALLS_BACK;
}
