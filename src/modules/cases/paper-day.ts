import { isOffered } from '#modules/services';
import type { CaseService } from './case-service.ts';

export type PaperRefusal = 'no-day' | 'to-come' | 'not-offered-then';

/**
 * Whether what came on paper on this day can be typed in today. A service that has ended takes what reached the council
 * on its last day or before: whoever asked in time keeps their day, however late it is typed. Null where it can.
 */
export function paperRefusal(
  service: Pick<CaseService, 'valid'>,
  { day, today }: { day: string; today: string },
): PaperRefusal | null {
  if (!isDay(day)) return 'no-day';
  if (day > today) return 'to-come';
  return isOffered(service, day) ? null : 'not-offered-then';
}

function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false;
  const day = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed);
}
