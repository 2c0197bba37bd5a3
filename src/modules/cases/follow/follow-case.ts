import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { addParties } from '../add-parties.ts';
import { lockCase } from '../find-case.ts';
import { mayAddTo } from '../policy.ts';
import { publishCase } from '../publish-case.ts';

interface FollowCase {
  /** Id or reference. */
  case: string;
  customerId?: string | null;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
}

export type FollowCaseRefusal = 'not-found' | 'not-allowed' | 'not-public' | 'ended' | 'no-way-to-reach';
export type FollowCaseResult = { ok: true; partyId: string } | { ok: false; refusal: FollowCaseRefusal };

/** Follow a public report instead of making it again. Following it twice is following it. */
export async function followCase(tx: Tx, clock: Clock, actor: Actor, command: FollowCase): Promise<FollowCaseResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.public_state !== 'public') return { ok: false, refusal: 'not-public' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  const who = reachOf(command);
  if (!isReachable(who)) return { ok: false, refusal: 'no-way-to-reach' };
  const known = await findParty(tx, itsCase, who);
  if (known) return { ok: true, partyId: known.id };
  const ref = { councilId: itsCase.council_id, caseId: itsCase.id };
  const [partyId = ''] = await addParties(tx, clock, ref, [{ role: 'follower', name: command.name, ...who }]);
  await publishCase(tx, clock, actor, { type: 'case.followed', subjectId: itsCase.id, data: { partyId } });
  return { ok: true, partyId };
}

interface Reach {
  customerId: string | null;
  email: string;
  phone: string;
}

function reachOf({ customerId, email, phone }: FollowCase): Reach {
  return { customerId: customerId ?? null, email: email?.trim().toLowerCase() ?? '', phone: phone?.trim() ?? '' };
}

function isReachable({ customerId, email, phone }: Reach): boolean {
  return email !== '' || phone !== '' || customerId !== null;
}

async function findParty(
  tx: Tx,
  { council_id, id }: { council_id: string; id: string },
  { email, phone, customerId }: Reach,
) {
  return tx
    .selectFrom('case_parties')
    .select('id')
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        ...(email === '' ? [] : [eb('email', '=', email)]),
        ...(phone === '' ? [] : [eb('phone', '=', phone)]),
        ...(customerId === null ? [] : [eb('customer_id', '=', customerId)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
}
