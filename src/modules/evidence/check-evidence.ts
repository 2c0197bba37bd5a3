import { answerFromCustomer, type CaseRow, lockCase, mayDecide, mayWorkCases } from '#modules/cases';
import type { EvidenceDefinition } from '#modules/services';
import type { Actor } from '#modules/staff';
import { plusDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { changeEvidence } from './change-evidence.ts';
import { type EvidenceRow, findEvidence } from './find-evidence.ts';
import { isLast } from './give-evidence.ts';
import { piecesOf } from './pieces-of.ts';

interface CheckEvidence {
  /** Id or reference. */
  case: string;
  piece: string;
  /** `seen`: they showed it to this officer in person. `files`: the officer looked at what was sent. */
  how: 'files' | 'seen';
}

export type CheckRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'already-checked'
  | 'nothing-to-check'
  | 'in-person'
  | 'upload';
export type CheckResult = { ok: true; validUntil: string | null } | { ok: false; refusal: CheckRefusal };

/**
 * An officer has looked at a piece and it will do. Whoever stands at the counter can mark what was shown to them; files
 * are checked by those who decide. It stands as long as the definition says.
 */
export async function checkEvidence(tx: Tx, clock: Clock, actor: Actor, command: CheckEvidence): Promise<CheckResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  const row = itsCase && (await findEvidence(tx, itsCase, command.piece));
  if (!row) return { ok: false, refusal: 'not-found' };
  const pieces = await piecesOf(tx, clock, { councilId: actor.councilId, caseId: itsCase.id });
  const definition = pieces?.all.find(({ id }) => id === row.piece);
  const isSeen = command.how === 'seen';
  const refusal = mayCheck(actor, itsCase, isSeen)
    ? refusalOf(row, isSeen, definition?.show ?? 'either')
    : 'not-allowed';
  if (refusal) return { ok: false, refusal };
  const validUntil = pieces ? goodUntil(pieces.today, definition?.validDays) : null;
  const shown = isSeen ? ('in-person' as const) : row.shown;
  const changes = { state: 'checked', shown, reason: null, is_waited_for: false, valid_until: validUntil } as const;
  await changeEvidence(tx, clock, actor, { row, changes });
  if (itsCase.stage === 'waiting') await goOn(tx, clock, actor, row);
  return { ok: true, validUntil };
}

function mayCheck(actor: Actor, itsCase: CaseRow, isSeen: boolean): boolean {
  return isSeen ? mayWorkCases(actor) : mayDecide(actor, itsCase);
}

function goodUntil(today: string, days: number | undefined): string | null {
  return days === undefined ? null : plusDays(today, days);
}

function refusalOf({ state }: EvidenceRow, isSeen: boolean, show: EvidenceDefinition['show']): CheckRefusal | null {
  if (state === 'checked') return 'already-checked';
  if (isSeen) return show === 'upload' ? 'upload' : null;
  if (state !== 'given') return 'nothing-to-check';
  return show === 'in-person' ? 'in-person' : null;
}

/** It was brought to us: what the case waited for is here, so its promises run again. */
async function goOn(tx: Tx, clock: Clock, actor: Actor, row: EvidenceRow): Promise<void> {
  if (!row.is_waited_for || !(await isLast(tx, row))) return;
  await answerFromCustomer(tx, clock, actor, { case: row.case_id, text: `Shown to us in person: ${row.name}.` });
}
