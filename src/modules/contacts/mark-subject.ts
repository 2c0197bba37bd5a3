import { councilConfig, type Mark } from '#modules/councils';
import { type MadePromise, makePromises, type NewPromise } from '#modules/promises';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { mayMark } from './policy.ts';

interface MarkIt {
  mark: Mark;
  note?: string;
}

interface Subject {
  subjectType: 'contact' | 'case';
  subjectId: string;
}

export type MarkResult =
  | { ok: true; markId: string; promiseIds: string[]; isNew: boolean }
  | { ok: false; refusal: 'not-allowed' | 'unknown-mark' | 'no-team' | 'no-clock' };

/** Mark a contact as a complaint, a request for information, a claim …: its team and its clock start now. */
export function markContact(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { contactId, ...mark }: MarkIt & { contactId: string },
) {
  return markSubject(tx, clock, actor, { ...mark, subjectType: 'contact', subjectId: contactId });
}

/** The same for a case; the work on it goes on. */
export function markCase(tx: Tx, clock: Clock, actor: ActorRef, { caseId, ...mark }: MarkIt & { caseId: string }) {
  return markSubject(tx, clock, actor, { ...mark, subjectType: 'case', subjectId: caseId });
}

async function markSubject(tx: Tx, clock: Clock, actor: ActorRef, given: MarkIt & Subject): Promise<MarkResult> {
  if (!mayMark(actor)) return { ok: false, refusal: 'not-allowed' };
  const definition = (await councilConfig(tx, actor.councilId)).marks.get(given.mark);
  if (!definition) return { ok: false, refusal: 'unknown-mark' };
  const earlier = await standingMark(tx, actor.councilId, given);
  if (earlier)
    return { ok: true, markId: earlier.id, promiseIds: earlier.promise_id ? [earlier.promise_id] : [], isNew: false };
  const teamId = await teamOf(tx, actor.councilId, definition.team);
  if (!teamId) return { ok: false, refusal: 'no-team' };
  const { subjectType, subjectId } = given;
  const markId = newId(clock);
  // Its promises are the mark's own: a case that is done has not answered the complaint about it.
  const wanted = definition.standards.map((standard) => markPromise(markId, standard, teamId));
  const made = await makePromises(tx, clock, actor, wanted);
  if (!made.ok) return { ok: false, refusal: 'no-clock' };
  const promiseIds = made.promises.map(({ id }) => id);
  await insertMark(tx, clock, actor, { ...given, markId, teamId, promises: made.promises });
  if (!definition.confidential) await showOnContact(tx, actor.councilId, given);
  await recordAct(tx, clock, actor, {
    act: `${subjectType}.marked`,
    subjectType,
    subjectId,
    detail: { mark: given.mark },
  });
  await publish(tx, clock, actor, {
    type: 'contact.marked',
    subjectType,
    subjectId,
    data: { mark: given.mark, markId, subjectType },
  });
  return { ok: true, markId, promiseIds, isNew: true };
}

function standingMark(tx: Tx, councilId: string, { subjectId, mark }: MarkIt & Subject) {
  return tx
    .selectFrom('contact_marks')
    .select(['id', 'promise_id'])
    .where('council_id', '=', councilId)
    .where('subject_id', '=', subjectId)
    .where('mark', '=', mark)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

async function teamOf(tx: Tx, councilId: string, slug: string): Promise<string | undefined> {
  const team = await tx
    .selectFrom('teams')
    .select('id')
    .where('council_id', '=', councilId)
    .where('slug', '=', slug)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return team?.id;
}

function markPromise(markId: string, standard: string, teamId: string): NewPromise {
  return { subjectType: 'mark', subjectId: markId, standard, teamId };
}

interface InsertMark extends MarkIt, Subject {
  markId: string;
  teamId: string;
  promises: readonly MadePromise[];
}

async function insertMark(tx: Tx, clock: Clock, actor: ActorRef, mark: InsertMark): Promise<void> {
  const dues = mark.promises.map(({ dueAt }) => dueAt.getTime());
  await tx
    .insertInto('contact_marks')
    .values({
      council_id: actor.councilId,
      id: mark.markId,
      subject_type: mark.subjectType,
      subject_id: mark.subjectId,
      mark: mark.mark,
      team_id: mark.teamId,
      promise_id: mark.promises[0]?.id ?? null,
      at: clock.now(),
      by: actor.type === 'staff' ? actor.id : null,
      note: mark.note?.trim() ?? null,
      next_due_at: dues.length > 0 ? new Date(Math.min(...dues)) : null,
      ended_at: null,
    })
    .execute();
}

// A confidential mark (safeguarding) stays off the history that every adviser reads; `marksOf` gives it to its team.
async function showOnContact(
  tx: Tx,
  councilId: string,
  { subjectType, subjectId, mark }: MarkIt & Subject,
): Promise<void> {
  if (subjectType !== 'contact') return;
  await tx
    .updateTable('contacts')
    .set((eb) => ({ marks: eb.fn<string[]>('array_append', ['marks', eb.val(mark)]) }))
    .where('council_id', '=', councilId)
    .where('id', '=', subjectId)
    .execute();
}
