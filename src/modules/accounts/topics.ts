/**
 * What somebody can choose to be told, each with the moments of messages that belong to it. A moment that stands nowhere
 * here is always told: a question without whose answer we stop, a promised date that moves, a decision with the way to
 * challenge it, what guards the account.
 */
export const TOPICS = {
  received: ['received'],
  progress: ['accepted', 'part-done', 'at-risk', 'passed-on', 'reopened', 'update'],
  done: ['done', 'withdrawn', 'duplicate', 'not-ours', 'no-access', 'below-level'],
  incidents: ['incident', 'incident-over'],
} as const satisfies Record<string, readonly string[]>;
export type Topic = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as Topic[];

/** The topic of a message; undefined for one that is nobody's choice. */
export function topicOf(moment: string): Topic | undefined {
  return TOPIC_NAMES.find((topic) => (TOPICS[topic] as readonly string[]).includes(moment));
}
