/** A day in words, in the council's zone: "Tuesday 22 December 2026". */
export function sayUntil(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone }).format(at).replace(',', '');
}
