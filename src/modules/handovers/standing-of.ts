import { isDeepStrictEqual } from 'node:util';
import { answerSchema, type HandOverAnswer } from './answer-schema.ts';
import { isFinal, type Standing } from './words.ts';

export interface Known {
  answer_id: string;
  body: unknown;
  standing: Standing;
}

interface Worth {
  standing: Standing;
  /** It came before, under the same id with the same words. */
  isKnown: boolean;
  /** Its id came before with other words. */
  isOther: boolean;
}

/**
 * What a new answer is worth beside those that came before. The first final one stands: a later one that says the same
 * changes nothing, one that says something else is for a person to judge.
 */
export function standingOf(row: { result: string | null }, answer: HandOverAnswer, known: readonly Known[]): Worth {
  const before = known.find(({ answer_id }) => answer_id === answer.id);
  if (before) {
    const isSame = isDeepStrictEqual(answerSchema.safeParse(before.body).data, answer);
    return { standing: before.standing, isKnown: isSame, isOther: !isSame };
  }
  return { standing: worthOf(row, answer, known), isKnown: false, isOther: false };
}

function worthOf({ result }: { result: string | null }, answer: HandOverAnswer, known: readonly Known[]): Standing {
  if (result === null) return 'taken';
  if (answer.result === undefined) return 'same';
  const stands = known
    .map(({ body, standing }) => ({ body: answerSchema.safeParse(body).data, standing }))
    .find(({ body, standing }) => standing === 'taken' && isFinal(body?.result))?.body;
  return stands && saysTheSame(stands, answer) ? 'same' : 'to-a-person';
}

function saysTheSame(one: HandOverAnswer, other: HandOverAnswer): boolean {
  return (
    one.result === other.result &&
    one.from === other.from &&
    isDeepStrictEqual(one.amount ?? null, other.amount ?? null)
  );
}
