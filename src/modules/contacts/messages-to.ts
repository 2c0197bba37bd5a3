import { sql } from 'kysely';
import { ACCOUNT_MOMENTS } from '#modules/councils';
import type { Tx } from '#platform/db';
import type { MessageTable } from './tables.ts';

export interface MessageTo {
  id: string;
  channel: MessageTable['channel'];
  subject: string | null;
  body: string;
  caseId: string | null;
  /** What it is about, where its template says so: "decision", "received". */
  moment: string | null;
  state: MessageTable['state'];
  madeAt: Date;
}

interface Whose {
  /** All records of one person. */
  customerIds: readonly string[];
  /** Cases that are theirs, with the addresses at which they were told of them. */
  caseIds: readonly string[];
  addresses: readonly string[];
  /** The last one of the page before. */
  before?: { at: Date; id: string } | undefined;
  limit: number;
}

/**
 * What the council wrote to one person, newest first, a page at a time, for that person to read: by their record, or by their own address
 * about their own case. A code or link into the account is not among it.
 */
export async function messagesTo(
  tx: Tx,
  councilId: string,
  { customerIds, caseIds, addresses, before, limit }: Whose,
): Promise<MessageTo[]> {
  return tx
    .selectFrom('messages')
    .select(['id', 'channel', 'subject', 'body', 'case_id as caseId', 'moment', 'state', 'made_at as madeAt'])
    .where('council_id', '=', councilId)
    .where((eb) =>
      eb.or([
        ...(customerIds.length > 0 ? [eb('customer_id', 'in', [...customerIds])] : []),
        ...(caseIds.length > 0 && addresses.length > 0
          ? [
              eb.and([
                eb('case_id', 'in', [...caseIds]),
                eb(eb.fn<string>('lower', ['to_address']), 'in', [...addresses]),
              ]),
            ]
          : []),
      ]),
    )
    .where((eb) => eb.or([eb('moment', 'is', null), eb('moment', 'not in', [...ACCOUNT_MOMENTS])]))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(made_at, id) < (${before?.at}, ${before?.id})`))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
