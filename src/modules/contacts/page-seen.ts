import { sql } from 'kysely';
import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

const MOST_PAGES = 50;

interface PageSeen {
  contactId: string;
  /** Slug of the service or article. */
  page: string;
}

/** Remember that an adviser opened a page while somebody was on the line: the one they used fills in what it was about. */
export async function pageSeen(tx: Tx, clock: Clock, actor: StaffActor, { contactId, page }: PageSeen): Promise<void> {
  const seen = JSON.stringify([{ page, at: clock.now().toISOString() }]);
  await tx
    .updateTable('contacts')
    .set({ pages_seen: sql<string>`pages_seen || ${seen}::jsonb` })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', contactId)
    .where('staff_id', '=', actor.id)
    .where('wrapped_at', 'is', null)
    .where(sql<number>`jsonb_array_length(pages_seen)`, '<', MOST_PAGES)
    .execute();
}
