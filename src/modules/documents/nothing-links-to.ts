import type { ExpressionBuilder } from 'kysely';
import type { Database } from '#platform/db';
import './tables.ts';

/** For `where`: no case, job, form or whatever else has this file. */
export function nothingLinksTo(eb: ExpressionBuilder<Database, 'files'>) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('file_links')
        .select('file_links.file_id')
        .whereRef('file_links.council_id', '=', 'files.council_id')
        .whereRef('file_links.file_id', '=', 'files.id'),
    ),
  );
}

/** Where the bytes of a file can be. */
export const KEYS = ['shown_key', 'original_key', 'public_key'] as const;

/** Where the bytes of a file are. */
export function keysOf(file: Readonly<Record<(typeof KEYS)[number], string | null>>): string[] {
  return KEYS.flatMap((key) => file[key] ?? []);
}
