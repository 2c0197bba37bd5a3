import type { Answers } from '#modules/questions';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { emptyState } from './draft.ts';
import './tables.ts';

interface Submit {
  draftId: string | null;
  serviceSlug: string;
  serviceVersion: number;
  answers: Answers;
  /** Who answered: the customer, or somebody for them. */
  answeredBy: 'customer' | 'helper' | 'staff' | 'machine';
  channel: string;
  /** Who of the staff typed which answer; only of a form that had two hands. */
  typedBy?: Readonly<Record<string, string>> | undefined;
}

type Submitted = { id: string; isNew: true } | { id: string; isNew: false; caseId: string | null };

/**
 * Write the answers down for good, with the version of the definition that asked them (E-37 keeps who typed).
 * A draft is submitted once: pressing twice, or in two windows, gives the first submission back.
 */
export async function submit(tx: Tx, clock: Clock, actor: ActorRef, command: Submit): Promise<Submitted> {
  const id = newId(clock);
  const inserted = await tx
    .insertInto('submissions')
    .values({
      council_id: actor.councilId,
      id,
      draft_id: command.draftId,
      service_slug: command.serviceSlug,
      service_version: command.serviceVersion,
      answers: JSON.stringify(command.answers),
      answered_by: command.answeredBy,
      typed_by_staff_id: actor.type === 'staff' ? actor.id : null,
      channel: command.channel,
      typed: command.typedBy ? JSON.stringify(command.typedBy) : null,
      at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'draft_id']).where('draft_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (inserted) return { id, isNew: true };
  const first = await tx
    .selectFrom('submissions')
    .select(['id', 'case_id'])
    .where('council_id', '=', actor.councilId)
    .where('draft_id', '=', command.draftId)
    .executeTakeFirstOrThrow();
  return { id: first.id, isNew: false, caseId: first.case_id };
}

/**
 * Tie a submission, and the draft that it came from, to the case that it opened. The draft's own copy of the answers
 * goes: whoever presses "back" on a shared computer finds the reference and nothing about anybody.
 */
export async function tieToCase(
  tx: Tx,
  clock: Clock,
  councilId: string,
  tie: { submissionId: string; draftId: string | null; caseId: string },
): Promise<void> {
  await tx
    .updateTable('submissions')
    .set({ case_id: tie.caseId })
    .where('council_id', '=', councilId)
    .where('id', '=', tie.submissionId)
    .execute();
  if (tie.draftId === null) return;
  await tx
    .updateTable('drafts')
    .set({
      submitted_at: clock.now(),
      case_id: tie.caseId,
      answers: JSON.stringify(emptyState),
      saved_to: null,
      may_call: false,
      call_number: null,
      call_name: null,
    })
    .where('council_id', '=', councilId)
    .where('id', '=', tie.draftId)
    .execute();
}
