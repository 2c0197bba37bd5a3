import { handOverPromises } from '#modules/promises';
import { type Actor, staffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { isId } from '#platform/ids';
import { lockCase } from './find-case.ts';
import { mayDecide, mayWorkCases } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface AssignCase {
  /** Id or reference. */
  case: string;
  /** Who owns it from now on; null puts it back to the team. */
  ownerId: string | null;
}

export type AssignCaseRefusal = 'not-found' | 'not-allowed' | 'ended' | 'no-such-person';
export type AssignCaseResult = { ok: true } | { ok: false; refusal: AssignCaseRefusal };

/** Name the one accountable officer of a case (F-42). Anyone who works cases may take one on; giving it away is its team's. */
export async function assignCase(tx: Tx, clock: Clock, actor: Actor, command: AssignCase): Promise<AssignCaseResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  const takesItOn = mayWorkCases(actor) && command.ownerId === actor.id;
  if (!takesItOn && !mayDecide(actor, itsCase)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  if (itsCase.owner_id === command.ownerId) return { ok: true };
  const name = command.ownerId === null ? null : await nameOf(tx, actor.councilId, command.ownerId);
  if (name === undefined) return { ok: false, refusal: 'no-such-person' };
  await writeEntry(tx, clock, actor, {
    caseId: itsCase.id,
    kind: 'assigned',
    audience: 'staff',
    text: name === null ? 'Back with the team.' : `${name} owns this now.`,
    data: { from: itsCase.owner_id, to: command.ownerId },
  });
  await touchCase(tx, clock, itsCase, { owner_id: command.ownerId });
  const now = { subjectId: itsCase.id, teamId: itsCase.team_id, ownerId: command.ownerId };
  await handOverPromises(tx, actor, now);
  const data = { ownerId: command.ownerId, teamId: itsCase.team_id };
  await publishCase(tx, clock, actor, { type: 'case.assigned', subjectId: itsCase.id, data });
  return { ok: true };
}

/** A partner, a councillor or somebody who has left cannot answer for a case. */
async function nameOf(tx: Tx, councilId: string, staffId: string): Promise<string | undefined> {
  const person = isId(staffId) ? await staffActor(tx, councilId, staffId) : null;
  return person && mayWorkCases(person) ? person.name : undefined;
}
