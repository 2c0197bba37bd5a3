import { askCustomer, lockCase, mayDecide } from '#modules/cases';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { changeEvidence } from './change-evidence.ts';
import { byWhen, dayToAsk } from './day-to-ask.ts';
import { findEvidence } from './find-evidence.ts';
import { dayFor, piecesOf } from './pieces-of.ts';

interface RefuseEvidence {
  /** Id or reference. */
  case: string;
  piece: string;
  /** As the customer will read it: what is wrong, and what to send instead. */
  reason: string;
}

export type RefuseRefusal = 'not-found' | 'not-allowed' | 'ended' | 'no-reason' | 'nothing-to-refuse';
export type RefuseResult = { ok: true } | { ok: false; refusal: RefuseRefusal };

/** A piece that will not do: the customer is told why and asked for another, and the promise waits as its standard says. */
export async function refuseEvidence(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: RefuseEvidence,
): Promise<RefuseResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  const row = itsCase && (await findEvidence(tx, itsCase, command.piece));
  if (!row) return { ok: false, refusal: 'not-found' };
  if (!mayDecide(actor, itsCase)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  const reason = command.reason.trim();
  if (reason === '') return { ok: false, refusal: 'no-reason' };
  if (row.state !== 'given' && row.state !== 'checked') return { ok: false, refusal: 'nothing-to-refuse' };
  const pieces = await piecesOf(tx, clock, { councilId: itsCase.council_id, caseId: itsCase.id });
  const listed = pieces?.all.find(({ id }) => id === row.piece);
  const onList = pieces && listed ? dayFor(listed, pieces.today) : null;
  const due_on = await dayToAsk(tx, clock, itsCase.council_id, { listed: onList });
  const again = { due_on, reminded_at: null };
  const changes = { state: 'refused', reason, is_waited_for: true, valid_until: null, ...again } as const;
  await changeEvidence(tx, clock, actor, { row, changes });
  const question =
    `We cannot use what you sent as ${row.name.toLowerCase()}. ${reason} Please send another. ${byWhen(due_on)}`.trim();
  await askCustomer(tx, clock, actor, { case: itsCase.id, question, isBesideAnother: true });
  return { ok: true };
}
