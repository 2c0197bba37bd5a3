import type { DayFigures, DaySet } from '#modules/insight';

/** What each number of a day is called. */
export const SET_WORDS: Readonly<Record<DaySet, string>> = {
  contacts: 'contacts',
  opened: 'cases opened',
  assisted: 'forms filled in for somebody',
  done: 'cases done',
  overdue: 'cases overdue',
  kept: 'promises kept',
  missed: 'promises missed',
  renegotiated: 'promises renegotiated',
};

/** The address of a day, or of what stands behind one of its numbers. Today needs no date, so that it stays today. */
export function addressOf(
  { date, isToday, costSet }: Pick<DayFigures, 'date' | 'isToday' | 'costSet'>,
  path = '/desk/today',
  more: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams({ ...(!isToday && { date }), costs: costSet.slug });
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value);
  return `${path}?${query.toString()}`;
}
