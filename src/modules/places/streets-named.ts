import type { Tx } from '#platform/db';
import { normaliseAddressLine } from './address-line.ts';
import './tables.ts';

/** What each name typed stands for: the key under which the gazetteer has that street; undefined where it has none. */
export async function streetsNamed(
  tx: Tx,
  councilId: string,
  names: readonly string[],
): Promise<{ typed: string; key: string | undefined }[]> {
  const wanted = names.map((typed) => ({ typed, key: normaliseAddressLine(typed) }));
  if (wanted.length === 0) return [];
  const rows = await tx
    .selectFrom('streets')
    .select('street_key')
    .where('council_id', '=', councilId)
    .where('street_key', 'in', [...new Set(wanted.map(({ key }) => key))])
    .execute();
  const known = new Set(rows.map(({ street_key }) => street_key));
  return wanted.map(({ typed, key }) => ({ typed, key: known.has(key) ? key : undefined }));
}
