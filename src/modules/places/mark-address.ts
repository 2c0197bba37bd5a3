import type { Actor } from '#modules/staff';
import { isStaff } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { PLACE_EVENTS } from './events.ts';
import type { LocalDate } from './local-date.ts';
import { mayProposeMarker } from './policy.ts';

interface MarkAddress {
  uprn: number;
  /** What visitors must know and do: "Visit in pairs". 1 to 500 characters. */
  what: string;
  /** Where that is known from, with a date or reference; a marker without evidence is a rumour. */
  evidence: string;
  reviewOn: LocalDate;
  endsOn: LocalDate;
}

type Refusal = 'not-allowed' | 'unknown-address' | 'nothing-said' | 'no-evidence' | 'review-after-end' | 'already-over';
type Marked = { ok: true; id: string } | { ok: false; refusal: Refusal };

/**
 * Propose a staff-safety marker on an address. It warns nobody until somebody else approves it (`approveMarker`), is
 * looked at again on its review date, and ends by itself.
 *
 * Source: domain rules, "Places and privacy"; Data Protection Act 2018, accuracy and storage limitation.
 */
export async function markAddress(tx: Tx, clock: Clock, actor: Actor, command: MarkAddress): Promise<Marked> {
  if (!isStaff(actor) || !mayProposeMarker(actor)) return { ok: false, refusal: 'not-allowed' };
  const refusal = whyNot(command, clock) ?? (await whyNoAddress(tx, actor.councilId, command.uprn));
  if (refusal) return { ok: false, refusal };

  const id = newId(clock);
  await tx
    .insertInto('address_markers')
    .values({
      council_id: actor.councilId,
      id,
      uprn: command.uprn,
      customer_id: null,
      what: command.what.trim(),
      evidence: command.evidence.trim(),
      proposed_by: actor.id,
      proposed_at: clock.now(),
      approved_by: null,
      approved_at: null,
      review_on: command.reviewOn,
      ends_on: command.endsOn,
      ended_at: null,
      ended_by: null,
    })
    .execute();
  await recordAct(tx, clock, actor, { act: PLACE_EVENTS.markerProposed, subjectType: 'address-marker', subjectId: id });
  await publish(tx, clock, actor, { type: PLACE_EVENTS.markerProposed, subjectType: 'address-marker', subjectId: id });
  return { ok: true, id };
}

function whyNot({ what, evidence, reviewOn, endsOn }: MarkAddress, clock: Clock): Refusal | undefined {
  if (what.trim() === '') return 'nothing-said';
  if (evidence.trim() === '') return 'no-evidence';
  if (reviewOn > endsOn) return 'review-after-end';
  return endsOn < clock.now().toISOString().slice(0, 10) ? 'already-over' : undefined;
}

async function whyNoAddress(tx: Tx, councilId: string, uprn: number): Promise<Refusal | undefined> {
  const found = await tx
    .selectFrom('addresses')
    .select('uprn')
    .where('council_id', '=', councilId)
    .where('uprn', '=', uprn)
    .executeTakeFirst();
  return found ? undefined : 'unknown-address';
}
