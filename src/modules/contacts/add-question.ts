import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { type LiveRefusal, ownContact } from './live-contact.ts';
import { type Question, type QuestionWritten, writeQuestion } from './write-question.ts';

type AddQuestionResult = ({ ok: true } & QuestionWritten) | { ok: false; refusal: LiveRefusal };

/**
 * One more thing that this contact is about. A call can hold several; each points to its own case or incident.
 * Publishes `contact.question-added` so that a case can hear of a new fact, a change or a worsening.
 */
export async function addQuestion(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { contactId, ...question }: Question & { contactId: string },
): Promise<AddQuestionResult> {
  const found = await ownContact(tx, actor, contactId);
  if (!found.ok) return found;
  const written = await writeQuestion(tx, clock, { councilId: actor.councilId, contactId }, question);
  await publish(tx, clock, actor, {
    type: 'contact.question-added',
    subjectType: 'contact',
    subjectId: contactId,
    data: { questionId: written.questionId },
  });
  return { ok: true, ...written };
}
