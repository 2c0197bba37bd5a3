import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { mayHandleContacts } from './policy.ts';
import type { MessageTable } from './tables.ts';

interface OutboxFilter {
  /** One state, or everything that has not been sent. */
  state?: MessageTable['state'] | 'not-sent';
  before?: { madeAt: Date; id: string } | undefined;
}

const SENT = ['sent', 'delivered'] as const;

/** Messages out, newest first, with what became of each. `held` and `capped` were not sent, and the list says so. */
export async function outboxList(tx: Tx, actor: StaffActor, { state, before }: OutboxFilter = {}, limit = 50) {
  if (!mayHandleContacts(actor)) return [];
  let query = tx
    .selectFrom('messages')
    .select(['id', 'channel', 'to_address as to', 'to_name as toName', 'subject', 'body', 'state', 'attempts'])
    .select([
      'state_reason as stateReason',
      'template_slug as template',
      'case_id as caseId',
      'made_at as madeAt',
      'sent_at as sentAt',
    ])
    .where('council_id', '=', actor.councilId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (state === 'not-sent') query = query.where('state', 'not in', SENT);
  else if (state) query = query.where('state', '=', state);
  if (before) query = query.where((eb) => eb(eb.refTuple('made_at', 'id'), '<', eb.tuple(before.madeAt, before.id)));
  return query.execute();
}
