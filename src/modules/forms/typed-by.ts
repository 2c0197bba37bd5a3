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

/** As the database gives it back: without what is undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
