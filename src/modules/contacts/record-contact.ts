import type { Channel } from '#modules/councils';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { type Question, writeQuestion } from './write-question.ts';

interface RecordContact {
  channel: Channel;
  direction: 'in' | 'out';
  /** Whether a person spent time on it: a web form is automatic, a letter that was read is not. */
  handled: 'person' | 'automatic';
  contactPoint?: string | null | undefined;
  customerId?: string | null | undefined;
  givenName?: string | null | undefined;
  givenPhone?: string | null | undefined;
  givenEmail?: string | null | undefined;
  questions?: readonly Question[];
  summary?: string;
  /** When it was, for what is imported or was written down later; otherwise now. */
  startedAt?: Date;
  handlingSeconds?: number;
  threadId?: string;
  /** The same source id twice is the same contact: the first row stands. */
  sourceId?: string;
  isImported?: boolean;
}

export interface RecordedContact {
  contactId: string;
  /** In the order of `questions`; empty where this source id was here before. */
  questionIds: string[];
  isNew: boolean;
}

/**
 * Write down a contact that is over as soon as it happens: a web form, an Open311 report, an email, a message out, an
 * imported call. Anyone's act may cause one, so there is nothing to refuse.
 */
export async function recordContact(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  given: RecordContact,
): Promise<RecordedContact> {
  const contactId = newId(clock);
  const inserted = await insertContact(tx, clock, actor, { ...given, contactId });
  if (!inserted) return { ...(await existing(tx, actor, given.sourceId ?? '')), questionIds: [], isNew: false };
  const questionIds: string[] = [];
  for (const question of given.questions ?? []) {
    const written = await writeQuestion(tx, clock, { councilId: actor.councilId, contactId }, question);
    questionIds.push(written.questionId);
  }
  await publish(tx, clock, actor, { type: 'contact.recorded', subjectType: 'contact', subjectId: contactId });
  return { contactId, questionIds, isNew: true };
}

async function insertContact(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  given: RecordContact & { contactId: string },
): Promise<boolean> {
  const startedAt = given.startedAt ?? clock.now();
  const inserted = await tx
    .insertInto('contacts')
    .values({
      council_id: actor.councilId,
      id: given.contactId,
      thread_id: given.threadId ?? given.contactId,
      channel: given.channel,
      direction: given.direction,
      handled: given.handled,
      ...who(given),
      staff_id: actor.type === 'staff' && given.handled === 'person' ? actor.id : null,
      started_at: startedAt,
      ended_at: startedAt,
      wrapped_at: startedAt,
      ...what(given),
    })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'source_id']).where('source_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

function who({
  contactPoint = null,
  customerId = null,
  givenName = null,
  givenPhone = null,
  givenEmail = null,
}: RecordContact) {
  return {
    contact_point: contactPoint,
    customer_id: customerId,
    identity: customerId ? ('known' as const) : ('unknown' as const),
    given_name: givenName,
    given_phone: givenPhone,
    given_email: givenEmail,
  };
}

function what({ handlingSeconds, summary, isImported, sourceId }: RecordContact) {
  return {
    handling_seconds: handlingSeconds ?? null,
    summary: summary ?? null,
    is_imported: isImported ?? false,
    source_id: sourceId ?? null,
  };
}

async function existing(tx: Tx, actor: ActorRef, sourceId: string): Promise<{ contactId: string }> {
  const row = await tx
    .selectFrom('contacts')
    .select('id')
    .where('council_id', '=', actor.councilId)
    .where('source_id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return { contactId: row.id };
}
