import { english } from '#modules/councils';
import { describeDue } from '#modules/promises';
import type { Directory } from './directory.ts';

interface Promised {
  /** Slug of its standard. */
  standard: string;
  dueAt: Date;
}

/** A promise as a person is told it: "We come back for a missed bin by 5pm on Thursday 26 November." */
export function sayPromise({ config, catalogue }: Directory, { standard, dueAt }: Promised, now: Date): string {
  const found = catalogue.standards.get(standard)?.standard;
  const what = found ? english(found.name) : 'We deal with it';
  return `${what} ${describeDue(dueAt, config.profile.zone, now)}.`;
}
