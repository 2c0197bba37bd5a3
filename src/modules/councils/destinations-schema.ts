import { z } from 'zod';
import { countSchema, emailSchema, slugSchema, timeSchema, webSchema } from './primitives.ts';
import { reference } from './references.ts';
import { textSchema, wordsSchema } from './words.ts';

const MOST_SECONDS = 30;
const MOST_DAYS = 30;

/**
 * What an operator sets in the environment stands under names of its own, so that a council's folder can name no other
 * variable: `HANDOVER_BACK_OFFICE_URL`, `HANDOVER_BACK_OFFICE_SECRET`.
 */
const settingName = (ending: 'URL' | 'SECRET') =>
  z
    .string()
    .regex(
      new RegExp(`^HANDOVER_[A-Z0-9_]*_${ending}$`),
      `the name of an environment variable such as "HANDOVER_BACK_OFFICE_${ending}"`,
    );

const common = {
  slug: slugSchema,
  name: wordsSchema,
  does: textSchema,
  /** Who hears of what has not arrived, and sees to it. */
  team: reference('team'),
  /** What delivery does to the clocks of a case: begin the promise of a standard, or stop those that run. */
  promise: z.union([z.strictObject({ starts: reference('standard') }), z.literal('pauses')]).optional(),
  /** Nobody there needs to know who told us: names and ways to reach people stay here. */
  withoutPeople: z.boolean().default(false),
  /** Days after which nobody tries any more and a person must. */
  giveUpDays: countSchema.max(MOST_DAYS).default(5),
};

const webhookSchema = z
  .strictObject({
    kind: z.literal('webhook'),
    ...common,
    address: webSchema.optional(),
    addressFrom: settingName('URL').optional(),
    /** Never the secret itself: the folder is read by many. */
    secretFrom: settingName('SECRET'),
    timeoutSeconds: countSchema.max(MOST_SECONDS).default(10),
  })
  .refine(({ address, addressFrom }) => (address === undefined) !== (addressFrom === undefined), {
    path: ['address'],
    error: 'either address or addressFrom',
  });

/** Where a piece of work goes that somebody else does, or does elsewhere: one row of `hand_overs` for each. */
export const destinationSchema = z.discriminatedUnion('kind', [
  webhookSchema,
  z.strictObject({ kind: z.literal('worklist'), ...common }),
  z.strictObject({ kind: z.literal('email'), ...common, address: emailSchema }),
  /** A folder below the one that the operator gives to hand-overs; nothing outside it can be named. */
  z.strictObject({ kind: z.literal('csv'), ...common, folder: slugSchema }),
]);
export type Destination = z.output<typeof destinationSchema>;
export type DestinationKind = Destination['kind'];

/** What each team that has hand-overs waiting is told, on every working day of its own. */
const dailyListSchema = z.strictObject({ template: reference('template'), at: timeSchema.default('08:00') });
export type DailyList = z.output<typeof dailyListSchema>;

export const destinationsFileSchema = z.strictObject({
  dailyList: dailyListSchema.optional(),
  destinations: z.array(destinationSchema).default([]),
});
