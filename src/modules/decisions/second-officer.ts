import { lockCase, mayDecide } from '#modules/cases';
import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { definitionOf } from './definition-of.ts';
import { type DecisionRow, decisionRows } from './find-decision.ts';
import { makeDecision } from './make-decision.ts';
import { publishDecision } from './publish-decision.ts';
import './tables.ts';

interface OfDecision {
  /** Id or reference. */
  case: string;
  decisionId: string;
}

export type SecondRefusal = 'not-found' | 'not-allowed' | 'not-waiting' | 'same-officer' | 'no-note';
export type SecondResult = { ok: true } | { ok: false; refusal: SecondRefusal };

/** A second officer agrees: now it is decided and sent. Never the one who proposed it. */
export async function agreeDecision(tx: Tx, clock: Clock, actor: StaffActor, of: OfDecision): Promise<SecondResult> {
  const found = await waiting(tx, actor, of);
  if (!found.ok) return found;
  const { row, itsCase } = found;
  if (row.proposed_by === actor.id) return { ok: false, refusal: 'same-officer' };
  const definition = await definitionOf(tx, itsCase);
  if (!definition) return { ok: false, refusal: 'not-found' };
  await second(tx, clock, actor, { row, changes: {} });
  await makeDecision(tx, clock, actor, { itsCase, definition, row });
  return { ok: true };
}

/** It goes back with a note: the second officer does not agree, or the first takes it back. It can be decided anew. */
export async function sendBackDecision(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { note, ...of }: OfDecision & { note: string },
): Promise<SecondResult> {
  const found = await waiting(tx, actor, of);
  if (!found.ok) return found;
  const words = note.trim();
  if (words === '') return { ok: false, refusal: 'no-note' };
  await second(tx, clock, actor, { row: found.row, changes: { state: 'sent-back', note: words } });
  await publishDecision(tx, clock, actor, { type: 'decision.sent-back', row: found.row });
  return { ok: true };
}

async function waiting(tx: Tx, actor: StaffActor, of: OfDecision) {
  const itsCase = await lockCase(tx, actor.councilId, of.case);
  const row = itsCase && (await decisionRows(tx, itsCase)).find(({ id }) => id === of.decisionId);
  if (!row) return { ok: false, refusal: 'not-found' } as const;
  if (!mayDecide(actor, itsCase)) return { ok: false, refusal: 'not-allowed' } as const;
  return row.state === 'proposed'
    ? ({ ok: true, row, itsCase } as const)
    : ({ ok: false, refusal: 'not-waiting' } as const);
}

interface Second {
  row: DecisionRow;
  changes: { state?: 'sent-back'; note?: string };
}

async function second(tx: Tx, clock: Clock, actor: StaffActor, { row, changes }: Second): Promise<void> {
  await tx
    .updateTable('decisions')
    .set({ ...changes, second_at: clock.now(), second_by: actor.id, second_by_name: actor.name })
    .where('council_id', '=', row.council_id)
    .where('id', '=', row.id)
    .execute();
}
