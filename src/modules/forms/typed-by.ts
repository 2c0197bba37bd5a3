import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '#modules/questions';
import type { DraftState } from './draft.ts';

/**
 * Who typed which answer, once these answers stand in place of those before: what has changed is from whoever changed it
 * now (`staffId`, or null for the customer), the rest is from whom it was.
 */
export function typedNow(before: DraftState, answers: Answers, staffId: string | null): DraftState['typedBy'] {
  const typed = Object.keys(answers).flatMap((id): [string, string][] => {
    const isSame = isDeepStrictEqual(plain(before.answers[id]), plain(answers[id]));
    const by = isSame ? before.typedBy[id] : staffId;
    return by === undefined || by === null ? [] : [[id, by]];
  });
  return Object.fromEntries(typed);
}

/**
 * A short mark of the answers that stood on a page, which its form sends back: another mark says that somebody changed
 * them meanwhile. It tells nothing of the answers.
 */
export function answersMark(answers: Answers, questionIds: readonly string[]): string {
  const stood = questionIds.map((id) => [id, sorted(answers[id])]);
  return createHash('sha256').update(JSON.stringify(stood)).digest('base64url').slice(0, MARK_LENGTH);
}

const MARK_LENGTH = 16;

/** As the database gives it back: without what is undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** The database keeps no order of the parts of an answer. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}
