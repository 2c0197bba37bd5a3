import { isId } from '#platform/ids';

/** Where a page of something newest-first ended. */
export interface PageKey {
  at: Date;
  id: string;
}

/** The same for an address: `<milliseconds>.<id>`. */
export function writePageKey({ at, id }: PageKey): string {
  return `${at.getTime()}.${id}`;
}

/** Read back; undefined for what is none. */
export function readPageKey(text: unknown): PageKey | undefined {
  if (typeof text !== 'string') return undefined;
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { at: new Date(Number(at)), id } : undefined;
}
