/** "Tuesday 1 December", from a calendar date `YYYY-MM-DD`. */
export function sayDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(',', '');
}

/** "7:42am", as a clock on the council's wall. */
export function sayTime(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h12', timeZone: zone })
    .format(at)
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(':00', '');
}

/** "Tuesday 24 November, 7:42am". */
export function sayInstant(at: Date, zone: string): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
  return `${sayDate(date)}, ${sayTime(at, zone)}`;
}
