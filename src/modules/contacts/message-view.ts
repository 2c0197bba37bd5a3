import { may, type StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { mayHandleContacts } from './policy.ts';
import { type MessageAttemptTable, type MessageTable, mayBeRetried } from './tables.ts';

export interface MessageView {
  id: string;
  channel: MessageTable['channel'];
  to: string;
  toName: string | null;
  customerId: string | null;
  caseId: string | null;
  template: string;
  templateVersion: number | null;
  subject: string | null;
  body: string;
  sender: string | null;
  replyTo: string | null;
  state: MessageTable['state'];
  stateReason: string | null;
  provider: string | null;
  madeAt: Date;
  /** When it is to go, or to be tried again. */
  dueAt: Date | null;
  sentAt: Date | null;
  attempts: {
    number: number;
    at: Date;
    settledAt: Date;
    outcome: MessageAttemptTable['outcome'];
    reason: string | null;
  }[];
  mayRetry: boolean;
}

/** One message out with every try to send it; null where there is none or the reader may not see messages. */
export async function messageView(tx: Tx, actor: StaffActor, messageId: string): Promise<MessageView | null> {
  if (!mayHandleContacts(actor)) return null;
  const row = await tx
    .selectFrom('messages as m')
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'm.council_id').onRef('s.id', '=', 'm.sender_staff_id'),
    )
    .select(['m.id', 'm.channel', 'm.to_address as to', 'm.to_name as toName', 'm.customer_id as customerId'])
    .select(['m.case_id as caseId', 'm.template_slug as template', 'm.template_version as templateVersion'])
    .select(['m.subject', 'm.body', 's.name as sender', 'm.reply_to as replyTo', 'm.state', 'm.provider'])
    .select(['m.state_reason as stateReason', 'm.made_at as madeAt', 'm.due_at as dueAt', 'm.sent_at as sentAt'])
    .where('m.council_id', '=', actor.councilId)
    .where('m.id', '=', messageId)
    .executeTakeFirst();
  if (!row) return null;
  const attempts = await tx
    .selectFrom('message_attempts')
    .select(['number', 'at', 'settled_at as settledAt', 'outcome', 'reason'])
    .where('council_id', '=', actor.councilId)
    .where('message_id', '=', messageId)
    .orderBy('settled_at')
    .orderBy('number')
    .execute();
  return { ...row, attempts, mayRetry: may(actor, 'see-outbox') && mayBeRetried(row.state) };
}
