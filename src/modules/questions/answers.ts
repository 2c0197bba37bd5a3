import { z } from 'zod';

/** Where something is. A household's matter has a UPRN; a street's has a point; a description alone is better than nothing. */
export interface PlaceAnswer {
  /** As it is read out and printed on a job sheet. */
  text: string;
  uprn?: number | undefined;
  postcode?: string | undefined;
  houseKey?: string | undefined;
  lat?: number | undefined;
  lon?: number | undefined;
  wardCode?: string | undefined;
}

/** An answer of several fields: a person, an organisation, a bank account. By the name of the part. */
export interface PartsAnswer {
  readonly parts: Readonly<Record<string, string>>;
}

/** One of "add another": a person of a household, with what was answered about them. */
export interface GroupItem {
  readonly id: string;
  readonly answers: Answers;
}

/**
 * A date is `YYYY-MM-DD`, a part of one `YYYY` or `YYYY-MM`; money is whole pence; photos and files are their ids; an
 * optional question that was passed over is an empty text.
 */
export type Answer = string | number | boolean | readonly string[] | PlaceAnswer | PartsAnswer | readonly GroupItem[];

/** By the stable id of the question, or of the step that repeats; both outlive versions of the definition. */
export interface Answers {
  readonly [id: string]: Answer;
}

const placeSchema = z.object({
  text: z.string(),
  uprn: z.number().optional(),
  postcode: z.string().optional(),
  houseKey: z.string().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  wardCode: z.string().optional(),
});

const groupItemSchema: z.ZodType<GroupItem> = z.object({
  id: z.string(),
  get answers() {
    return answersSchema;
  },
});

/** Answers as they are stored. */
export const answersSchema: z.ZodType<Answers> = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.object({ parts: z.record(z.string(), z.string()) }),
    placeSchema,
    z.array(groupItemSchema),
  ]),
);

export function isPlace(answer: unknown): answer is PlaceAnswer {
  return typeof answer === 'object' && answer !== null && 'text' in answer;
}

export function hasParts(answer: unknown): answer is PartsAnswer {
  return typeof answer === 'object' && answer !== null && 'parts' in answer;
}

/** The items of a step that repeats; none where nothing was added. */
export function groupItems(answer: unknown): readonly GroupItem[] {
  return Array.isArray(answer) ? answer.filter((one: unknown): one is GroupItem => isItem(one)) : [];
}

/** The picked values of a question with several choices, or the ids of its files. */
export function pickedValues(answer: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return all.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** An optional question that was seen and left empty counts as answered, or it would be asked for ever. */
export function isEmptyAnswer(answer: Answer): boolean {
  return answer === '' || (Array.isArray(answer) && answer.length === 0);
}

const isItem = (one: unknown): boolean => typeof one === 'object' && one !== null && 'answers' in one;
