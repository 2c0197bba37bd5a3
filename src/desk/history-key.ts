import type { HistoryKey } from '#modules/contacts';
import { isId } from '#platform/ids';

/** Where a page of a history ended, for an address: `<milliseconds>.<id>`. */
export function writeHistoryKey({ startedAt, id }: HistoryKey): string {
  return `${startedAt.getTime()}.${id}`;
}

/** The same read back. What is neither begins at the top. */
export function readHistoryKey(text: string): HistoryKey | undefined {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { startedAt: new Date(Number(at)), id } : undefined;
}
