import type { KnownFact } from '#modules/services';

/** Something that the council knows before it is reported, as it is told. */
export interface KnownThing {
  fact: KnownFact;
  act: 'stop' | 'dispute' | 'warn' | 'follow';
  /** The sentence, with its times and dates filled in. */
  say: string;
  /** Slug of the container that it is about; null for the whole place. */
  container: string | null;
  /** Of the case that is open, or of the incident. */
  reference: string | null;
  incidentId: string | null;
}

/** What it says is said once: the same sentence about the same container is not told again. */
export function keyOf({ fact, container, reference }: KnownThing): string {
  return [fact, container ?? '', reference ?? ''].join(':');
}
