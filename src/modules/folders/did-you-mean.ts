import { distance } from 'fastest-levenshtein';

const LISTED_AT_MOST = 12;

/** The known name that was probably meant: at most two slips away, or a third of a long name. Null when none is near. */
export function nearest(given: string, known: readonly string[]): string | null {
  const wanted = given.toLowerCase();
  const ranked = known
    .map((name) => ({ name, slips: distance(wanted, name.toLowerCase()) }))
    .sort((one, other) => one.slips - other.slips);
  const best = ranked[0];
  return best && best.slips <= Math.max(2, Math.floor(given.length / 3)) ? best.name : null;
}

/** "one of a, b, c (did you mean "b"?)"; a long list is cut, since nobody reads forty names. */
export function oneOf(given: string, known: readonly string[]): string {
  if (known.length === 0) return 'none: there is nothing of the kind in this folder';
  const more = known.length > LISTED_AT_MOST ? ` and ${known.length - LISTED_AT_MOST} more` : '';
  const list = `one of ${known.slice(0, LISTED_AT_MOST).join(', ')}${more}`;
  const meant = nearest(given, known);
  return meant === null ? list : `${list} (did you mean "${meant}"?)`;
}
