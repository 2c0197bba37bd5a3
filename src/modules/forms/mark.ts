import { createHash } from 'node:crypto';
import type { Answers } from '#modules/questions';

const LENGTH = 16;

/**
 * A short mark of what stood on a page, which its form sends back: another mark says that it was changed meanwhile. It
 * tells nothing of what stood there.
 */
export function markOf(stood: unknown): string {
  const words = JSON.stringify({ stood: sorted(stood) });
  return createHash('sha256').update(words).digest('base64url').slice(0, LENGTH);
}

/** The mark of the answers to these questions. */
export function answersMark(answers: Answers, questionIds: readonly string[]): string {
  return markOf(questionIds.map((id) => [id, answers[id]]));
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
