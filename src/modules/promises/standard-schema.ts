import { z } from 'zod';
import { clockSpec } from './clock/clock-spec.ts';

const text = z.string('Write it in words').trim().min(1, 'Write it in words');
/** Words by language; English is always there. */
const words = z.object({ en: text }).catchall(text);

const notFixedWindow = z.union([z.int().positive(), clockSpec], 'Give a number of days, or a clock with its kind');

/**
 * A standard as a council writes it: what it promises, by which clock, and where the figure comes from. It is a law or
 * a code only when `source` names the text; a figure without one is an example or the council's own.
 */
export const standardSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, figures and hyphens, such as missed-bin-return'),
  name: words,
  promise: z.enum(
    ['acknowledge', 'answer', 'visit', 'make-safe', 'complete'],
    'Say what is promised: acknowledge, answer, visit, make-safe or complete',
  ),
  /** The sentence for the customer, to which the due time is added. */
  what: words,
  clock: clockSpec,
  source: z.strictObject({ kind: z.enum(['law', 'code', 'example', 'own'], 'Say law, code, example or own'), text }),
  /** Shown and measured in the charter. */
  charter: z.boolean().default(false),
  risk: z.strictObject({ share: z.number().gt(0).lt(1, 'Give a share between 0 and 1, such as 0.75') }).optional(),
  /** How long the customer can say "not fixed", from completion: calendar days, or a clock. */
  notFixedWindow: notFixedWindow.optional(),
});

export type Standard = z.infer<typeof standardSchema>;
/** A standard as it stands in the council's file, before the defaults are filled in. */
export type StandardInput = z.input<typeof standardSchema>;
