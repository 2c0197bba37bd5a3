import type { HistoryKey } from '#modules/contacts';
import { readPageKey, writePageKey } from '../doors/page-key.ts';

/** Where a page of a history ended, for an address. */
export function writeHistoryKey({ startedAt, id }: HistoryKey): string {
  return writePageKey({ at: startedAt, id });
}

/** The same read back. What is neither begins at the top. */
export function readHistoryKey(text: string): HistoryKey | undefined {
  const key = readPageKey(text);
  return key && { startedAt: key.at, id: key.id };
}
