import { z } from 'zod';
import { countSchema, sourceSchema } from './primitives.ts';
import { textSchema } from './words.ts';

/** Kinds of record that hold personal data, each disposed of by its own rule unless a legal hold stops it. */
const RECORD_KINDS = [
  'case',
  'contact',
  'customer',
  'submission',
  'photo',
  'sealed-original',
  'message',
  'feedback',
  'raw-mail',
  'audit',
  'import-side-file',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Keep for so long after the named moment, then dispose of it really. */
export const retentionRuleSchema = z.strictObject({
  record: z.enum(RECORD_KINDS),
  keep: z.strictObject({ count: countSchema, unit: z.enum(['days', 'months', 'years']) }),
  from: z.enum(['created', 'closed', 'last-contact']),
  why: textSchema,
  source: sourceSchema,
});
export type RetentionRule = z.output<typeof retentionRuleSchema>;
