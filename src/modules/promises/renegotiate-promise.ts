import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { riskAt } from './clock/risk-at.ts';
import { councilCalendars } from './council-calendars.ts';
import { findPromise, type PromiseRow } from './find-promise.ts';
import { mayRenegotiate } from './policy.ts';
import { publishPromise } from './publish-promise.ts';
import { readClock, riskRule } from './stored-clock.ts';

interface RenegotiatePromise {
  promiseId: string;
  newDueAt: Date;
  /** What the customer is told: 1 to 2,000 characters. */
  why: string;
  /**
   * How the customer hears of it: a message that names the new promise, or the recorded contact in which it was agreed.
   * There is no third way; a date that is moved without a word is a broken promise (F-21). A function writes the message
   * once all else is checked, and says null where nobody can be told: then nothing is moved.
   */
  told: Told | ((replacementId: string) => Promise<Told | null>);
}

export type Told = { messageId: string } | { contactId: string };

export type RenegotiateRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'decided'
  | 'already-due'
  | 'not-later'
  | 'paused'
  | 'no-reason'
  | 'nobody-to-tell';
type RenegotiateResult = { ok: true; promiseId: string } | { ok: false; refusal: RenegotiateRefusal };

/**
 * Agree another date, before the due instant only. The old promise becomes `renegotiated` and points to the one that
 * replaces it, so that kept, missed and renegotiated stay three figures.
 *
 * @see docs/domain/promises.md#renegotiation (source: F-21; domain rules, "Clocks")
 */
export async function renegotiatePromise(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: RenegotiatePromise,
): Promise<RenegotiateResult> {
  const promise = await findPromise(tx, actor.councilId, command.promiseId);
  if (!promise) return { ok: false, refusal: 'not-found' };
  if (!mayRenegotiate(actor, promise)) return { ok: false, refusal: 'not-allowed' };
  const refusal = refusalOf(promise, command, clock.now());
  if (refusal) return { ok: false, refusal };
  const replacedBy = newId(clock);
  const told = typeof command.told === 'function' ? await command.told(replacedBy) : command.told;
  if (!told) return { ok: false, refusal: 'nobody-to-tell' };
  const agreed = { ...command, told, replacementId: replacedBy };
  await insertReplacement(tx, clock, promise, agreed);
  await stampOld(tx, clock, promise, replacedBy);
  await insertRevision(tx, clock, actor, { promise, agreed });
  await publishPromise(tx, clock, actor, { type: 'promise.renegotiated', promise, data: { replacedBy } });
  return { ok: true, promiseId: replacedBy };
}

function refusalOf(promise: PromiseRow, { newDueAt, why }: RenegotiatePromise, now: Date): RenegotiateRefusal | null {
  if (promise.outcome) return 'decided';
  if (promise.paused_at) return 'paused';
  if (now >= promise.due_at) return 'already-due';
  if (newDueAt <= promise.due_at) return 'not-later';
  return why.trim() === '' ? 'no-reason' : null;
}

type Agreed = RenegotiatePromise & { told: Told; replacementId: string };

async function insertReplacement(
  tx: Tx,
  clock: Clock,
  old: PromiseRow,
  { replacementId, newDueAt, told }: Agreed,
): Promise<void> {
  const stored = readClock(old.clock);
  const { calendars } = await councilCalendars(tx, old.council_id);
  const now = clock.now();
  const risk = riskAt({ spec: stored.spec, startedAt: now, dueAt: newDueAt, calendars }, riskRule(stored));
  const contactId = 'contactId' in told ? told.contactId : null;
  await tx
    .insertInto('promises')
    .values({
      ...old,
      id: replacementId,
      what: JSON.stringify(old.what),
      clock: JSON.stringify({ ...stored, isFixed: true }),
      due_at: newDueAt,
      risk_at: risk.ok && !old.is_imported ? risk.riskAt : null,
      told_at: contactId === null ? null : now,
      told_contact_id: contactId,
      warned_at: null,
      overdue_at: null,
      made_at: now,
    })
    .execute();
}

async function stampOld(tx: Tx, clock: Clock, old: PromiseRow, replacedBy: string): Promise<void> {
  await tx
    .updateTable('promises')
    .set({ outcome: 'renegotiated', decided_at: clock.now(), replaced_by: replacedBy })
    .where('council_id', '=', old.council_id)
    .where('id', '=', old.id)
    .execute();
}

interface Revision {
  promise: PromiseRow;
  agreed: Agreed;
}

async function insertRevision(tx: Tx, clock: Clock, actor: Actor, { promise, agreed }: Revision): Promise<void> {
  await tx
    .insertInto('promise_revisions')
    .values({
      council_id: promise.council_id,
      id: newId(clock),
      promise_id: promise.id,
      old_due_at: promise.due_at,
      new_due_at: agreed.newDueAt,
      kind: 'renegotiated',
      why: agreed.why.trim(),
      by: actor.id,
      at: clock.now(),
      message_id: 'messageId' in agreed.told ? agreed.told.messageId : null,
    })
    .execute();
}
