/** One of what was added to a step that repeats. */
export interface Added {
  id: string;
  /** Its place, from 0. */
  index: number;
  words: string;
  /** Where its first question stands. */
  key: string;
}
