/** So many hours later on any clock: nights, weekends, holidays and clock changes count like any other hour. */
export function addElapsedHours(at: Date, hours: number): Date {
  return new Date(at.getTime() + Math.round(hours * 3_600_000));
}
