import { serviceCatalogue } from '#modules/services';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import './tables.ts';

export const MOST_WORDS = 1_200;
export const LEAST_SCORE = 1;
export const MOST_SCORE = 5;

interface GiveFeedback {
  serviceSlug: string;
  score: number;
  words: string;
  cameFrom: 'page' | 'sent';
}

type GiveFeedbackResult = { ok: true } | { ok: false; refusal: 'no-such-service' | 'no-score' | 'too-long' };

/**
 * Keep what somebody says of a service. Anybody may, signed in or not, and nothing is kept of who it was: an employee who
 * is a resident too can say it as a resident (AJ-48). It is for the council alone and is never published.
 */
export async function giveFeedback(
  tx: Tx,
  clock: Clock,
  council: { id: string; revision: number },
  { serviceSlug, score, words, cameFrom }: GiveFeedback,
): Promise<GiveFeedbackResult> {
  const { services } = await serviceCatalogue(tx, council.id, council.revision);
  if (!services.has(serviceSlug)) return { ok: false, refusal: 'no-such-service' };
  if (!Number.isInteger(score) || score < LEAST_SCORE || score > MOST_SCORE) return { ok: false, refusal: 'no-score' };
  const said = words.replace(/[^\P{Cc}\n\t]/gu, '').trim();
  if ([...said].length > MOST_WORDS) return { ok: false, refusal: 'too-long' };
  const row = { service_slug: serviceSlug, score, words: said === '' ? null : said, came_from: cameFrom };
  await tx
    .insertInto('service_feedback')
    .values({ council_id: council.id, id: newId(clock), at: clock.now(), ...row })
    .execute();
  return { ok: true };
}
