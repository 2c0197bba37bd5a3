import { z } from 'zod';

export const MANIFEST = 'manifest.json';
export const JOBS = 'queue.copy';
export const FILES = 'files/';

const Table = z.object({
  /** Quoted as PostgreSQL wants it, in schema public. */
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.number().int().nonnegative(),
  sha256: z.string(),
});

/** What a back-up says of itself: the last file in it, and the first one read. */
export const Manifest = z.object({
  format: z.literal('frontdoor-backup'),
  formatVersion: z.literal(1),
  /** The instant that everything in it is true for. */
  takenAt: z.iso.datetime(),
  /** The newest migration of the database. */
  schemaVersion: z.number().int().positive(),
  tables: z.array(Table),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  queue: z.object({ rows: z.number().int().nonnegative(), sha256: z.string() }),
  files: z.object({ count: z.number().int().nonnegative(), bytes: z.number().int().nonnegative() }),
});
export type Manifest = z.infer<typeof Manifest>;
export type BackedUpTable = z.infer<typeof Table>;

/** How far a back-up or a restore is: step `done` of `total`, and what it has just done. */
export interface Progress {
  done: number;
  total: number;
  what: string;
}

export const entryOf = (table: string): string => `tables/${table}.copy`;
