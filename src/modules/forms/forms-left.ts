import type { Tx } from '#platform/db';
import './tables.ts';

/** How often a form was begun and never sent, and where people stopped. */
export interface FormLeft {
  serviceSlug: string;
  /** The page where they stopped; empty where they answered nothing. */
  page: string;
  times: number;
  saved: number;
}

/** Forms that were left since a day (`YYYY-MM-DD`), the most first. */
export async function formsLeft(tx: Tx, councilId: string, since: string): Promise<FormLeft[]> {
  const rows = await tx
    .selectFrom('forms_left')
    .select((eb) => [
      'service_slug',
      'page',
      eb.fn.countAll<string>().as('times'),
      eb.fn.count<string>('id').filterWhere('was_saved', '=', true).as('saved'),
    ])
    .where('council_id', '=', councilId)
    .where('on_date', '>=', since)
    .groupBy(['service_slug', 'page'])
    .orderBy('times', 'desc')
    .orderBy('service_slug')
    .orderBy('page')
    .limit(200)
    .execute();
  return rows.map(({ service_slug, page, times, saved }) => ({
    serviceSlug: service_slug,
    page,
    times: Number(times),
    saved: Number(saved),
  }));
}
