import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { missedPromiseOf } from './missed-promise.ts';
import type { AvoidableCause, QuestionAct } from './words.ts';

export interface Question {
  act: QuestionAct | null;
  /** In the field's words, as the service's contact reasons have them: "missed-bin", "progress", "message". */
  reason: string;
  serviceSlug?: string;
  caseId?: string;
  incidentId?: string;
  note?: string;
}

export interface QuestionWritten {
  questionId: string;
  avoidableCause: AvoidableCause | null;
  /** The missed promise that made somebody chase. */
  causePromiseId: string | null;
}

/** Put a question on a contact. Only chasing is avoidable unless somebody says so, and a missed promise is named as its cause. */
export async function writeQuestion(
  tx: Tx,
  clock: Clock,
  { councilId, contactId }: { councilId: string; contactId: string },
  question: Question,
): Promise<QuestionWritten> {
  const questionId = newId(clock);
  const isChase = question.act === 'chase';
  const causePromiseId =
    isChase && question.caseId ? await missedPromiseOf(tx, clock, councilId, question.caseId) : null;
  const avoidableCause = isChase ? 'progress-chasing' : null;
  await tx
    .insertInto('contact_questions')
    .values((eb) => ({
      council_id: councilId,
      id: questionId,
      contact_id: contactId,
      position: eb
        .selectFrom('contact_questions')

        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
        .where('council_id', '=', councilId)
        .where('contact_id', '=', contactId),
      service_slug: question.serviceSlug ?? null,
      reason: question.reason,
      act: question.act,
      case_id: question.caseId ?? null,
      incident_id: question.incidentId ?? null,
      avoidable_cause: avoidableCause,
      cause_promise_id: causePromiseId,
      note: question.note ?? null,
      at: clock.now(),
    }))
    .execute();
  return { questionId, avoidableCause, causePromiseId };
}
