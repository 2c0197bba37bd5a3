import { z } from 'zod';
import { RESULTS } from './words.ts';

const words = (most: number) => z.string().trim().min(1).max(most);

/** A reason, or a piece of evidence: the back office's own code, and what it means in plain words. */
const codedSchema = z.strictObject({ code: words(100), words: words(1_000) });

const shape = {
  /** The back office's own reference. */
  reference: words(200).optional(),
  result: z.enum(RESULTS).optional(),
  reasons: z.array(codedSchema).max(50).default([]),
  /** What is needed, where the result is `needs-evidence`. */
  evidence: z.array(codedSchema).max(50).default([]),
  amount: z.strictObject({ pence: z.int().min(0), per: z.enum(['once', 'week', 'month', 'year']) }).optional(),
  from: z.iso.date().optional(),
  /** What the customer is told, where the back office has words of its own. */
  words: words(2_000).optional(),
};

const saysSomething = ({ reference, result }: { reference?: unknown; result?: unknown }): boolean =>
  reference !== undefined || result !== undefined;
const says = { message: 'Send reference, result or both' };
const namesEvidence = ({ result, evidence }: { result?: unknown; evidence: readonly unknown[] }): boolean =>
  result !== 'needs-evidence' || evidence.length > 0;
const names = { message: 'Say which evidence is needed', path: ['evidence'] };

/** What comes back in the body of a webhook's response; its id may be left out, since it comes with the delivery itself. */
export const responseSchema = z
  .object({ id: words(200).optional(), ...shape })
  .refine(saysSomething, says)
  .refine(namesEvidence, names);

/** What comes by `POST /api/v1/hand-overs/<id>/answer`: the same, with an id that says which answer it is. */
export const answerSchema = z
  .strictObject({ id: words(200), ...shape })
  .refine(saysSomething, says)
  .refine(namesEvidence, names);
export type HandOverAnswer = z.output<typeof answerSchema>;
