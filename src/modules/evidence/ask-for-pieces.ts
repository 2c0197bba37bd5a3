import { askCustomer, type CaseRow } from '#modules/cases';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { changeEvidence } from './change-evidence.ts';
import { type EvidenceRow, findEvidence } from './find-evidence.ts';
import { insertEvidence } from './insert-evidence.ts';

export type Wanted = Pick<EvidenceRow, 'piece' | 'name' | 'why' | 'due_on'> &
  Partial<Pick<EvidenceRow, 'hand_over_id'>>;

interface AskForPieces {
  /** Locked, and open. */
  itsCase: CaseRow;
  wanted: readonly Wanted[];
  /** What the customer is asked, of those that are really asked for. */
  question: (asked: readonly Wanted[]) => string;
}

/**
 * Ask for several pieces with one question to the customer, for which each promise waits as its standard says. One that
 * is waited for already, or is here to be checked, is not asked for again.
 *
 * @returns those that were asked for
 */
export async function askForPieces(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, wanted, question }: AskForPieces,
): Promise<Wanted[]> {
  const asked: Wanted[] = [];
  for (const one of wanted) if (await ask(tx, clock, actor, { itsCase, one })) asked.push(one);
  if (asked.length === 0) return [];
  await askCustomer(tx, clock, actor, { case: itsCase.id, question: question(asked), isBesideAnother: true });
  return asked;
}

async function ask(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, one }: { itsCase: CaseRow; one: Wanted },
): Promise<boolean> {
  const there = await findEvidence(tx, itsCase, one.piece);
  if (there?.is_waited_for || there?.state === 'given') return false;
  if (!there) {
    await insertEvidence(tx, clock, actor, { case_id: itsCase.id, ...one, is_waited_for: true });
    return true;
  }
  const changes = { state: 'asked', is_waited_for: true, reason: null, valid_until: null } as const;
  const anew = { file_ids: [], due_on: one.due_on, reminded_at: null, hand_over_id: one.hand_over_id ?? null };
  await changeEvidence(tx, clock, actor, { row: there, changes: { ...changes, ...anew } });
  return true;
}
