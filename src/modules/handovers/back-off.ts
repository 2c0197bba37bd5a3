const FIRST_MINUTES = 1;
const LONGEST_MINUTES = 360;
/** With the waits below, about three days of tries; the destination's `giveUpDays` ends them earlier or is met first. */
const MOST_TRIES = 20;

const MINUTE = 60_000;
const DAY = 86_400_000;

interface Tried {
  /** Tries so far, the failed one among them. */
  attempts: number;
  madeAt: Date;
  now: Date;
  giveUpDays: number;
  /** What the receiver asked for, in seconds ("Retry-After"). */
  waitSeconds?: number | null | undefined;
}

/**
 * When to try again after a failure that may pass: a minute, doubled each time to six hours, a half of it by chance so
 * that what failed together does not come back together. Null: it is given up.
 *
 * @param chance 0 to 1
 */
export function nextTry({ attempts, madeAt, now, giveUpDays, waitSeconds }: Tried, chance: number): Date | null {
  const end = madeAt.getTime() + giveUpDays * DAY;
  if (attempts >= MOST_TRIES || now.getTime() >= end) return null;
  const minutes = Math.min(FIRST_MINUTES * 2 ** (attempts - 1), LONGEST_MINUTES);
  const wait = (minutes / 2) * (1 + chance) * MINUTE;
  const asked = Math.min((waitSeconds ?? 0) * 1_000, LONGEST_MINUTES * MINUTE);
  return new Date(now.getTime() + Math.max(wait, asked));
}

/** Failures in a row, over all rows of a destination, from which on it is left alone for a while. */
const TOO_MANY = 12;
const FIRST_REST = 10_000;
const LONGEST_REST = 15 * MINUTE;

/** For how many milliseconds a destination that failed so often in a row is left alone; 0: it is not. */
export function restAfter(failures: number, chance: number): number {
  if (failures < TOO_MANY) return 0;
  const rest = Math.min(FIRST_REST * 2 ** Math.min(failures - TOO_MANY, 16), LONGEST_REST);
  return Math.round((rest / 2) * (1 + chance));
}
