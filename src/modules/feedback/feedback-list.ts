import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { maySeeFeedback } from './policy.ts';
import './tables.ts';

export interface FeedbackLine {
  id: string;
  serviceSlug: string;
  score: number;
  words: string | null;
  cameFrom: 'page' | 'sent';
  at: Date;
}

interface Asked {
  /** Of one service; of all when left out. */
  service?: string | undefined;
  /** Where the last page ended. */
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/** What was said of services, the newest first, a page at a time. Null for staff to whom it is not shown. */
export async function feedbackList(
  tx: Tx,
  actor: Actor,
  { service, after, limit }: Asked,
): Promise<FeedbackLine[] | null> {
  if (!maySeeFeedback(actor)) return null;
  let query = tx
    .selectFrom('service_feedback')
    .select(['id', 'service_slug as serviceSlug', 'score', 'words', 'came_from as cameFrom', 'at'])
    .where('council_id', '=', actor.councilId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (service !== undefined) query = query.where('service_slug', '=', service);
  if (after) query = query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(after.at, after.id)));
  return query.execute();
}

export interface FeedbackCount {
  serviceSlug: string;
  count: number;
  /** Mean score, to one decimal. */
  mean: number;
}

const DAYS = 90;

/** How each service was scored in the last 90 days, the one with most to say first. */
export async function feedbackCounts(tx: Tx, clock: Clock, actor: Actor): Promise<FeedbackCount[]> {
  if (!maySeeFeedback(actor)) return [];
  const since = new Date(clock.now().getTime() - DAYS * 86_400_000);
  const rows = await tx
    .selectFrom('service_feedback')
    .select('service_slug as serviceSlug')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number>('score').as('sum')])
    .where('council_id', '=', actor.councilId)
    .where('at', '>=', since)
    .groupBy('service_slug')
    .orderBy('count', 'desc')
    .orderBy('service_slug')
    .execute();
  return rows.map(({ serviceSlug, count, sum }) => ({
    serviceSlug,
    count,
    mean: Math.round((sum / count) * 10) / 10,
  }));
}
