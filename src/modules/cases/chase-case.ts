import { missedPromiseOf } from '#modules/contacts';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { findCase } from './find-case.ts';
import { mayAddTo } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { writeEntry } from './write-entry.ts';

interface ChaseCase {
  /** Id or reference. */
  case: string;
  contactId?: string | null;
}

export type ChaseCaseResult =
  | { ok: true; missedPromiseId: string | null }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'ended' };

/** Somebody asks how it is going. Answers with the promise that was missed, if one was: the cause of the contact. */
export async function chaseCase(tx: Tx, clock: Clock, actor: Actor, command: ChaseCase): Promise<ChaseCaseResult> {
  const itsCase = await findCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  const missedPromiseId = await missedPromiseOf(tx, clock, actor.councilId, itsCase.id);
  const contactId = command.contactId ?? null;
  const entryId = await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'chase',
    audience: 'staff',
    text: 'The customer asked how it is going.',
    data: { missedPromiseId },
    contactId,
  });
  await publishCase(tx, clock, actor, { type: 'case.chased', subjectId: itsCase.id, data: { entryId, contactId } });
  return { ok: true, missedPromiseId };
}
