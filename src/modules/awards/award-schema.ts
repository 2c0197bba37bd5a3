import { z } from 'zod';
import { PAYEE_KINDS, PAYMENT_STATES, PERS } from './words.ts';

const words = z.string().trim().min(1).max(200);
const MOST_PENCE = 100_000_000;
const MOST_REVISIONS = 1_000_000_000;
const MOST_PAYMENTS = 500;

const days = { from: z.iso.date().optional(), until: z.iso.date().optional() };
const inOrder = ({ from, until }: { from?: string | undefined; until?: string | undefined }): boolean =>
  from === undefined || until === undefined || from <= until;
const order = { message: 'The last day is before the first', path: ['until'] };

const paymentSchema = z
  .strictObject({
    on: z.iso.date(),
    pence: z.int().min(1).max(MOST_PENCE),
    to: z.strictObject({ kind: z.enum(PAYEE_KINDS), name: words.optional() }),
    /** The days that it pays for. */
    ...days,
    state: z.enum(PAYMENT_STATES).default('planned'),
  })
  .refine(inOrder, order);

/**
 * What a back office publishes of one award by `PUT /api/v1/hand-overs/<id>/awards/<award>`: the whole of it each time.
 * Documented in docs/how-to/connect-a-back-office.md: a change there is a change of contract.
 */
export const awardSchema = z
  .strictObject({
    /** Counts up with each correction: the highest one holds, in whatever order they arrive. */
    revision: z.int().min(1).max(MOST_REVISIONS),
    name: words,
    amount: z.strictObject({ pence: z.int().min(0).max(MOST_PENCE), per: z.enum(PERS) }).optional(),
    ...days,
    payments: z.array(paymentSchema).max(MOST_PAYMENTS),
  })
  .refine(inOrder, order);
export type Award = z.output<typeof awardSchema>;

/** The back office's own name for an award, as it stands in the address. */
export const awardKeySchema = z.string().regex(/^[\w.-]{1,100}$/, 'Use letters, numbers, dots, lines and underlines');
