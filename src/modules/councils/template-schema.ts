import { z } from 'zod';
import { slugSchema } from './primitives.ts';
import { TEMPLATE_MOMENTS } from './statuses.ts';
import { wordsSchema } from './words.ts';

const MESSAGE_CHANNELS = ['email', 'sms', 'letter'] as const;
const SMS_LONGEST = 306;

/** What a message may mention. `check` refuses any other name, so that nobody is sent "Dear {{fristname}}". */
export const TEMPLATE_VARIABLES = [
  'name',
  'service',
  'reference',
  'place',
  'promise',
  'due',
  'oldDue',
  'done',
  'left',
  'reason',
  'question',
  'passedTo',
  'officer',
  'officerTitle',
  'team',
  'inbox',
  'phone',
  'track',
  'notFixedUntil',
  'council',
  'code',
  'minutes',
  'helper',
  'decision',
  'amount',
  'challenge',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];

/** A message that ends a case names an officer, the team's inbox and a way to answer (F-22). */
export const CLOSING_VARIABLES: readonly TemplateVariable[] = ['officer', 'team', 'inbox', 'track'];

/** The head of `templates/<slug>.md`; the text under it is the message. */
export const templateHeadSchema = z.strictObject({
  subject: wordsSchema,
  channels: z.array(z.enum(MESSAGE_CHANNELS)).min(1),
  when: z.enum(TEMPLATE_MOMENTS),
  /** The same in the fewest words, for a text message; needed where `channels` has sms. */
  sms: z
    .string()
    .trim()
    .min(1)
    .max(SMS_LONGEST, `${SMS_LONGEST} characters at most, so that it fits two texts`)
    .optional(),
  /** The same on paper, where nothing can be clicked and nobody answers an email; needed where `channels` has letter. */
  letter: z.string().trim().min(1).optional(),
});

export const templateSchema = templateHeadSchema.extend({ slug: slugSchema, body: z.string().trim().min(1) });
export type MessageTemplate = z.output<typeof templateSchema>;

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Each `{{name}}` of a text with the place where it stands (characters from the start). */
export function variablesIn(text: string): { name: string; offset: number }[] {
  return [...text.matchAll(VARIABLE)].map((match) => ({ name: match[1] ?? '', offset: match.index }));
}
