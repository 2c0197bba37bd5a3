import type { Generated } from 'kysely';
import type { JsonOrDefault } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    contacts: ContactTable;
    contact_questions: ContactQuestionTable;
    contact_segments: ContactSegmentTable;
    contact_marks: ContactMarkTable;
    messages: MessageTable;
    message_attempts: MessageAttemptTable;
  }
}

interface ContactTable {
  council_id: string;
  id: string;
  thread_id: string;
  channel: string;
  direction: 'in' | 'out';
  handled: 'person' | 'automatic';
  contact_point: string | null;
  customer_id: string | null;
  identity: Generated<'unknown' | 'known' | 'to-register'>;
  validated_at: Date | null;
  validated_by_facts: string[] | null;
  given_name: string | null;
  given_phone: string | null;
  given_email: string | null;
  staff_id: string | null;
  team_id: string | null;
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  wrapped_at: Date | null;
  waited_seconds: number | null;
  handling_seconds: number | null;
  abandoned_at: Date | null;
  summary: string | null;
  outcome: string | null;
  resolved_first: boolean | null;
  self_service_offered: boolean | null;
  self_service_accepted: boolean | null;
  link_sent: boolean | null;
  marks: Generated<string[]>;
  pages_seen: JsonOrDefault;
  is_imported: Generated<boolean>;
  source_id: string | null;
}

interface ContactQuestionTable {
  council_id: string;
  id: string;
  contact_id: string;
  position: number;
  service_slug: string | null;
  reason: string;
  act: string | null;
  case_id: string | null;
  incident_id: string | null;
  avoidable_cause: string | null;
  cause_promise_id: string | null;
  note: string | null;
  at: Date;
}

interface ContactSegmentTable {
  council_id: string;
  id: string;
  contact_id: string;
  staff_id: string | null;
  kind: string;
  started_at: Date;
  ended_at: Date | null;
  to_team_id: string | null;
  reason: string | null;
}

interface ContactMarkTable {
  council_id: string;
  id: string;
  subject_type: 'contact' | 'case';
  subject_id: string;
  mark: string;
  team_id: string;
  promise_id: string | null;
  at: Date;
  by: string | null;
  note: string | null;
  acknowledged_at: Generated<Date | null>;
  acknowledged_by: Generated<string | null>;
  next_due_at: Date | null;
  ended_at: Date | null;
  ended_by: Generated<string | null>;
  outcome: Generated<'answered' | 'not-a-mark' | null>;
  outcome_note: Generated<string | null>;
}

export interface MessageTable {
  council_id: string;
  id: string;
  contact_id: string;
  case_id: string | null;
  customer_id: string | null;
  key: string;
  channel: 'email' | 'sms' | 'letter';
  to_address: string;
  to_name: string | null;
  template_slug: string;
  template_version: number | null;
  subject: string | null;
  body: string;
  sender_staff_id: string | null;
  reply_to: string | null;
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'held' | 'capped';
  state_reason: string | null;
  attempts: Generated<number>;
  provider: string | null;
  provider_id: string | null;
  promise_ids: Generated<string[]>;
  made_at: Date;
  sent_at: Date | null;
  claimed_at: Date | null;
  moment: string | null;
  is_always: Generated<boolean>;
  due_at: Date | null;
  /** The code of `{{code}}`, until the message has left. */
  code_sealed: Buffer | null;
}

/** What came of one try to hand a message over, and what its provider said later. */
export interface MessageAttemptTable {
  council_id: string;
  message_id: string;
  number: number;
  at: Date;
  settled_at: Date;
  outcome: 'accepted' | 'again-later' | 'failed' | 'no-provider' | 'delivered' | 'not-delivered';
  provider: string | null;
  reason: string | null;
}

/** States from which somebody may send a message again by hand. */
export const RETRIED_STATES = ['failed', 'held'] as const;

export function mayBeRetried(state: MessageTable['state']): boolean {
  return RETRIED_STATES.some((one) => one === state);
}
