import { councilConfig, type RecordKind, type RetentionRule } from '#modules/councils';
import type { Tx } from '#platform/db';

/** Files and messages before the cases and contacts that they hang on, people last: nobody goes before what is theirs. */
const ORDER: readonly RecordKind[] = [
  'photo',
  'sealed-original',
  'message',
  'submission',
  'case',
  'contact',
  'customer',
  'audit',
  'raw-mail',
  'import-side-file',
];

/** The council's rules in the order in which they run. A kind of record without a rule is kept. */
export async function rulesOf(tx: Tx, councilId: string): Promise<RetentionRule[]> {
  const { profile } = await councilConfig(tx, councilId);
  return profile.settings.retention.toSorted((a, b) => ORDER.indexOf(a.record) - ORDER.indexOf(b.record));
}
