import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { PlaceColumns } from './case-place.ts';
import type { CaseRules } from './case-rules.ts';
import type { CaseService } from './case-service.ts';
import { atSamePlace } from './same-place.ts';

const MILLISECONDS_A_DAY = 86_400_000;

interface Report {
  councilId: string;
  service: CaseService;
  place: PlaceColumns;
  rules: CaseRules;
}

export interface Repeated {
  id: string;
  reference: string;
}

/**
 * The earlier failure of the same kind at the same place, within the council's window: one that we called done, could
 * not get to, or have left past its promise (F-32, Kay 5). What was withdrawn or not ours was no failure, and a
 * report that is still in time is a duplicate, not a second failure.
 */
export async function findRepeat(
  tx: Tx,
  clock: Clock,
  { councilId, service, place, rules }: Report,
): Promise<Repeated | undefined> {
  const now = clock.now();
  const since = new Date(now.getTime() - rules.repeatFailureDays * MILLISECONDS_A_DAY);
  return tx
    .selectFrom('cases')
    .select(['id', 'reference'])
    .where('council_id', '=', councilId)
    .where('service_slug', '=', service.slug)
    .where((eb) => atSamePlace(eb, place, service.place) ?? eb.lit(false))
    .where((eb) =>
      eb.or([
        eb.and([eb('ending', 'in', ['done', 'no-access']), eb('ended_at', '>=', since)]),
        eb.and([eb('ended_at', 'is', null), eb('next_due_at', '<', now), eb('opened_at', '>=', since)]),
      ]),
    )
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
