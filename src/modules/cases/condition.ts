/** What was answered, by the stable id of each question. */
export type Answers = Readonly<Record<string, unknown>>;

interface Condition {
  question: string;
  is: boolean | string | readonly (boolean | string)[];
}

/** Whether the answers meet a condition. No condition is always met; an unanswered question never meets one. */
export function meets(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  const given = answers[condition.question];
  const picked: readonly unknown[] = Array.isArray(given) ? given : [given];
  const wanted: readonly unknown[] = Array.isArray(condition.is) ? condition.is : [condition.is];
  return picked.some((one) => wanted.includes(one));
}
