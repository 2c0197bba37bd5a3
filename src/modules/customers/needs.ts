import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { mayUseCustomers } from './policy.ts';
import { customerExists } from './reaches.ts';

/** What somebody needs from us, with the reasons to choose from: no diagnosis, and "other" with words. */
export const NEEDS = {
  vulnerable: [
    'older-person',
    'long-term-illness',
    'disability',
    'mental-health',
    'bereavement',
    'domestic-abuse',
    'in-crisis',
    'care-leaver',
    'other',
  ],
  'digitally-excluded': ['no-device', 'no-internet', 'no-skills', 'no-confidence', 'language', 'other'],
  access: ['hearing', 'sight', 'speech', 'mobility', 'reading', 'memory', 'language', 'other'],
} as const;
export type NeedKind = keyof typeof NEEDS;
export const NEED_KINDS = Object.keys(NEEDS) as NeedKind[];

interface RecordNeed {
  customerId: string;
  kind: NeedKind;
  reason: string;
  /** What helps, in the customer's words; needed where the reason is "other". */
  detail?: string;
  /** How it was assessed: phone, counter, visit … */
  channel: string;
  /** When somebody asks again, YYYY-MM-DD: later than today. A need does not stay for ever because nobody looked. */
  reviewOn: string;
}

type NeedResult =
  | { ok: true; needId: string }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'unknown-reason' | 'say-what-helps' | 'review-in-the-past' };

/** Record that somebody is vulnerable, cannot use digital services or needs an adjustment (D-06 to D-09, D-27). */
export async function recordNeed(tx: Tx, clock: Clock, actor: StaffActor, given: RecordNeed): Promise<NeedResult> {
  if (!mayUseCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const refusal = wrongWith(clock, given);
  if (refusal) return { ok: false, refusal };
  if (!(await customerExists(tx, actor.councilId, given.customerId))) return { ok: false, refusal: 'not-found' };
  const needId = newId(clock);
  await tx
    .insertInto('customer_needs')
    .values({
      council_id: actor.councilId,
      id: needId,
      customer_id: given.customerId,
      kind: given.kind,
      reason: given.reason,
      detail: given.detail?.trim() ?? null,
      channel: given.channel,
      assessed_by: actor.id,
      assessed_at: clock.now(),
      review_on: given.reviewOn,
      ended_at: null,
      ended_by: null,
    })
    .execute();
  await tell(tx, clock, actor, { act: 'customer.need-recorded', customerId: given.customerId, needId });
  return { ok: true, needId };
}

/** A need that is over, or was reviewed and is written anew: it stays on record, stamped. */
export async function endNeed(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { needId }: { needId: string },
): Promise<NeedResult> {
  if (!mayUseCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const ended = await tx
    .updateTable('customer_needs')
    .set({ ended_at: clock.now(), ended_by: actor.id })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', needId)
    .where('ended_at', 'is', null)
    .returning('customer_id')
    .executeTakeFirst();
  if (!ended) return { ok: false, refusal: 'not-found' };
  await tell(tx, clock, actor, { act: 'customer.need-ended', customerId: ended.customer_id, needId });
  return { ok: true, needId };
}

function wrongWith(clock: Clock, { kind, reason, detail, reviewOn }: RecordNeed) {
  if (!(NEEDS[kind] as readonly string[]).includes(reason)) return 'unknown-reason';
  if (reason === 'other' && !detail?.trim()) return 'say-what-helps';
  return reviewOn <= clock.now().toISOString().slice(0, 10) ? 'review-in-the-past' : undefined;
}

async function tell(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { act, customerId, needId }: { act: string; customerId: string; needId: string },
): Promise<void> {
  const about = { subjectType: 'customer', subjectId: customerId };
  await recordAct(tx, clock, actor, { act, ...about, detail: { needId } });
  await publish(tx, clock, actor, { type: act, ...about, data: { needId } });
}
