import type { NotDoneReason } from '#modules/cases';
import { Tag, type TagColour } from '#ui';

const STATE_WORDS: Readonly<Record<string, [words: string, colour: TagColour]>> = {
  sent: ['Not accepted yet', 'blue'],
  accepted: ['Accepted', 'teal'],
  returned: ['Sent back', 'orange'],
  done: ['Done', 'green'],
  'not-done': ['Not done', 'red'],
  cancelled: ['Cancelled', 'grey'],
};

/** How a job stands, in a word. */
export function JobState({ state }: { state: string }) {
  const [words, colour] = STATE_WORDS[state] ?? [state, 'grey' as const];
  return <Tag colour={colour}>{words}</Tag>;
}

/** Why a job was not done, as a crew says it. */
export const NOT_DONE_CHOICES: Readonly<Record<NotDoneReason, string>> = {
  'no-access': 'Nobody was there, or we could not get in',
  'not-found': 'We could not find it',
  'not-safe': 'It was not safe to do',
  'not-presented': 'It was not out',
  contaminated: 'There were wrong things in it',
  'below-level': 'It is below the level at which we act',
  'not-ours': 'It is not ours to do',
  other: 'Something else',
};

export const EVIDENCE_WORDS = {
  note: 'A note of what was done',
  photo: 'A photo of the work',
  none: 'None needed',
} as const;
