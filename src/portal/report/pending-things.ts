import { type KnownThing, keyOf } from './known-thing.ts';

interface SoFar {
  /** The containers that were chosen; null while nobody has been asked. */
  chosen: readonly string[] | null;
  told: readonly string[];
  disputes: boolean;
}

/**
 * What has to be said before the report goes on. Until containers are chosen everything that is known of the address is
 * said once; afterwards only what is known of the chosen ones, and what stops a report stops it for good.
 */
export function pendingThings(known: readonly KnownThing[], soFar: SoFar): KnownThing[] {
  return known.filter((thing) => isAbout(thing, soFar) && !isSettled(thing, soFar));
}

function isAbout({ fact, container }: KnownThing, { chosen }: SoFar): boolean {
  if (container === null) return true;
  // Last week's bin is too late to report, but nobody has asked about it yet.
  if (chosen === null) return fact !== 'outside-window';
  return chosen.includes(container);
}

function isSettled(thing: KnownThing, { chosen, told, disputes }: SoFar): boolean {
  const wasTold = told.includes(keyOf(thing));
  const isOnlyNews = chosen === null && thing.container !== null;
  if (isOnlyNews) return wasTold;
  if (thing.act === 'stop') return false;
  if (thing.act === 'dispute') return disputes;
  return wasTold;
}
