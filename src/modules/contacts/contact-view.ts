import type { Channel } from '#modules/councils';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { mayHandleContacts } from './policy.ts';
import type { AvoidableCause, QuestionAct } from './words.ts';

export interface ContactQuestion {
  id: string;
  serviceSlug: string | null;
  reason: string;
  act: QuestionAct | null;
  caseId: string | null;
  incidentId: string | null;
  avoidableCause: AvoidableCause | null;
  causePromiseId: string | null;
  note: string | null;
  at: Date;
}

export interface ContactView {
  id: string;
  threadId: string;
  channel: Channel;
  direction: 'in' | 'out';
  contactPoint: string | null;
  customerId: string | null;
  identity: 'unknown' | 'known' | 'to-register';
  validatedAt: Date | null;
  validatedBy: string[];
  givenName: string | null;
  givenPhone: string | null;
  givenEmail: string | null;
  staffId: string | null;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  wrappedAt: Date | null;
  handlingSeconds: number | null;
  summary: string | null;
  outcome: string | null;
  resolvedFirst: boolean | null;
  selfServiceOffered: boolean | null;
  selfServiceAccepted: boolean | null;
  linkSent: boolean | null;
  marks: string[];
  /** In the order in which they were asked. */
  questions: ContactQuestion[];
}

/** One contact with what was asked in it; null where there is none, or for somebody who handles none. */
export async function contactView(tx: Tx, actor: StaffActor, contactId: string): Promise<ContactView | null> {
  if (!mayHandleContacts(actor)) return null;
  const row = await tx
    .selectFrom('contacts')
    .selectAll()
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    threadId: row.thread_id,
    channel: row.channel as Channel,
    direction: row.direction,
    contactPoint: row.contact_point,
    customerId: row.customer_id,
    identity: row.identity,
    validatedAt: row.validated_at,
    validatedBy: row.validated_by_facts ?? [],
    givenName: row.given_name,
    givenPhone: row.given_phone,
    givenEmail: row.given_email,
    staffId: row.staff_id,
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    wrappedAt: row.wrapped_at,
    handlingSeconds: row.handling_seconds,
    summary: row.summary,
    outcome: row.outcome,
    resolvedFirst: row.resolved_first,
    selfServiceOffered: row.self_service_offered,
    selfServiceAccepted: row.self_service_accepted,
    linkSent: row.link_sent,
    marks: row.marks,
    questions: await questionsOf(tx, actor.councilId, contactId),
  };
}

async function questionsOf(tx: Tx, councilId: string, contactId: string): Promise<ContactQuestion[]> {
  const rows = await tx
    .selectFrom('contact_questions')
    .select(['id', 'service_slug', 'reason', 'act', 'case_id', 'incident_id'])
    .select(['avoidable_cause', 'cause_promise_id', 'note', 'at'])
    .where('council_id', '=', councilId)
    .where('contact_id', '=', contactId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    serviceSlug: row.service_slug,
    reason: row.reason,
    act: row.act as QuestionAct | null,
    caseId: row.case_id,
    incidentId: row.incident_id,
    avoidableCause: row.avoidable_cause as AvoidableCause | null,
    causePromiseId: row.cause_promise_id,
    note: row.note,
    at: row.at,
  }));
}
