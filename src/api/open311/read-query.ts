import { Open311Error } from './open311-error.ts';

/** One value of a query or form, trimmed; undefined where it is missing or empty. */
export function one(given: unknown, name: string): string | undefined {
  const value = (given as Record<string, unknown> | null)?.[name];
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  const text = typeof last === 'string' ? last.trim() : '';
  return text === '' ? undefined : text;
}

/** Comma-separated values; undefined where there are none. */
export function several(given: unknown, name: string, most: number): string[] | undefined {
  const values = one(given, name)
    ?.split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  if (values && values.length > most) throw new Open311Error(400, `${name} takes ${most} values at most.`);
  return values && values.length > 0 ? values : undefined;
}

const W3C = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** An instant in the W3C form; one without an offset is read as UTC, as the standard writes its examples. */
export function instant(given: unknown, name: string): Date | undefined {
  const text = one(given, name);
  if (text === undefined) return undefined;
  // A plus in an address that was not escaped arrives as a space.
  const written = text.replace(' ', '+');
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/.test(written.slice(10));
  const at = new Date(written.includes('T') && !hasOffset ? `${written}Z` : written);
  if (W3C.test(written) && !Number.isNaN(at.getTime())) return at;
  throw new Open311Error(400, `${name} is not a date: write it like 2026-11-24T09:00:00Z.`);
}

/** A whole number within bounds; `otherwise` where none is given. */
export function whole(
  given: unknown,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const text = one(given, name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  throw new Open311Error(400, `${name} must be a whole number from ${least} to ${most}.`);
}
