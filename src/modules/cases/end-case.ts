import type { Ending } from '#modules/councils';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { type Blocker, blockers } from './blockers.ts';
import { cancelJobs } from './cancel-jobs.ts';
import type { EndCase, EndCaseRefusal } from './end-case-command.ts';
import { ENDING_WORDS, endingRefusal } from './ending-rules.ts';
import { type CaseRow, findCase, lockCase } from './find-case.ts';
import { followOther } from './follow-other.ts';
import { notFixedUntil } from './not-fixed-until.ts';
import { mayEnd } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { settlePromises } from './settle-promises.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

export type EndCaseResult =
  | { ok: true; endingId: string; reopenUntil: Date | null }
  | { ok: false; refusal: EndCaseRefusal; blockers?: Blocker[] };

/**
 * End a case in one of its ways. Called done only when no job is open and the evidence is there, and the refusal says
 * what is missing. Of two officers at once one ends it and the other is told so.
 *
 * @see docs/domain/cases.md#endings (source: domain rules, "Endings"; F-18, AJ-30)
 */
export async function endCase(tx: Tx, clock: Clock, actor: Actor, command: EndCase): Promise<EndCaseResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayEnd(actor, itsCase, command.ending)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at) return { ok: false, refusal: 'already-ended' };
  const found = command.ending === 'done' ? await blockers(tx, actor.councilId, itsCase.id) : [];
  if (found.length > 0) return { ok: false, refusal: 'blocked', blockers: found };
  const other = await otherCase(tx, actor.councilId, command);
  const refusal = await endingRefusal(tx, { itsCase, command, other });
  if (refusal) return { ok: false, refusal };
  return write(tx, clock, actor, { itsCase, command, other });
}

interface Ended {
  itsCase: CaseRow;
  command: EndCase;
  other: CaseRow | undefined;
}

async function write(tx: Tx, clock: Clock, actor: Actor, { itsCase, command, other }: Ended): Promise<EndCaseResult> {
  const { ending } = command;
  const isDisputable = canBeDisputed(ending) && !command.isByDecision;
  const reopenUntil = isDisputable ? await notFixedUntil(tx, itsCase, clock.now()) : null;
  const endingId = await insertEnding(tx, clock, actor, { itsCase, command, other, reopenUntil });
  if (!endingId) return { ok: false, refusal: 'already-ended' };
  await cancelJobs(tx, clock, actor, itsCase);
  await settlePromises(tx, clock, actor, { itsCase, ending, provisionalUntil: reopenUntil });
  if (other) await followOther(tx, clock, { itsCase, other });
  await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'ended',
    audience: itsCase.public_state === 'public' ? 'public' : 'customer',
    text: ENDING_WORDS[ending],
    data: { ending, endingId },
  });
  const ended = { stage: 'ended', waiting_for: null, ending, ended_at: clock.now() } as const;
  await touchCase(tx, clock, itsCase, { ...ended, follows_case_id: other?.id ?? null });
  await publishCase(tx, clock, actor, {
    type: 'case.ended',
    subjectId: itsCase.id,
    data: { endingId, ending, isTold: command.isByDecision ?? false },
  });
  return { ok: true, endingId, reopenUntil };
}

async function otherCase(tx: Tx, councilId: string, { ending, follows }: EndCase): Promise<CaseRow | undefined> {
  return ending === 'duplicate' && follows ? findCase(tx, councilId, follows) : undefined;
}

/** One live ending at most: the partial unique index decides, whatever a lock missed. */
async function insertEnding(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, command, other, reopenUntil }: Ended & { reopenUntil: Date | null },
): Promise<string | undefined> {
  const officer = await signatory(tx, actor, itsCase);
  const row = await tx
    .insertInto('case_endings')
    .values({
      council_id: itsCase.council_id,
      id: newId(clock),
      case_id: itsCase.id,
      ending: command.ending,
      reason: command.reason.trim(),
      challenge: wordsOrNull(command.challenge),
      passed_to: wordsOrNull(command.passedTo),
      follows_case_id: other?.id ?? null,
      by: officer.id,
      by_name: officer.name,
      at: clock.now(),
      reopen_until: reopenUntil,
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'case_id']).where('reopened_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

function wordsOrNull(text: string | undefined): string | null {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
}

/** A case that ends by itself is signed by the officer who owns it (F-22). */
async function signatory(tx: Tx, actor: Actor, { council_id, owner_id }: CaseRow) {
  const isSystem = actor.type === 'system' && owner_id !== null;
  if (!isSystem) return { id: actor.type === 'staff' ? actor.id : null, name: actor.name };
  return tx
    .selectFrom('staff_members')
    .select(['id', 'name'])
    .where('council_id', '=', council_id)
    .where('id', '=', owner_id)
    .executeTakeFirstOrThrow();
}

/** "Not fixed" answers what we said that we did, or could not get to; a decision is challenged, not reopened. */
function canBeDisputed(ending: Ending): boolean {
  return ending === 'done' || ending === 'no-access';
}
