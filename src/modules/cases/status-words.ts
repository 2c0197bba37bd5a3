/** An entry of the story, for a reader who holds only the reference. */
interface Step {
  kind: string;
  /** Title of the case and, where the entry is about one, of its job: words of the council's own. */
  title: string;
  job: string | null;
  data: unknown;
}

/**
 * What an entry says in words of our own, where what somebody wrote is not for this reader: status that names no
 * household needs the reference alone. Null where even that it happened is not for them.
 */
export function statusWords({ kind, title, job, data }: Step): string | null {
  if (kind === 'opened') return `${title} was reported.`;
  if (kind !== 'job') return WORDS[kind] ?? null;
  const words = job === null ? undefined : JOB_WORDS[actOf(data)];
  return words === undefined ? null : `${job ?? ''}: ${words}`;
}

const WORDS: Readonly<Record<string, string | undefined>> = {
  asked: 'We asked a question.',
  decision: 'We decided about it.',
  answered: 'Our question was answered.',
  reopened: 'This was not fixed, so it is open again.',
  ended: 'This was closed.',
  moved: 'This went to another team.',
  confirmed: 'Said to be fixed.',
};

const JOB_WORDS: Readonly<Record<string, string | undefined>> = {
  'job.accepted': 'taken on.',
  'job.done': 'done.',
  'job.not-done': 'could not be done this time.',
};

function actOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'act' in data ? String(data.act) : '';
}
