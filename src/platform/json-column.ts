import type { ColumnType } from 'kysely';

/** A jsonb column: read as a value (check it before use), written as JSON text. */
export type Json = ColumnType<unknown, string, string>;
export type JsonOrNull = ColumnType<unknown, string | null, string | null>;
/** A jsonb column that the database fills when nothing is given. */
export type JsonOrDefault = ColumnType<unknown, string | undefined, string>;
