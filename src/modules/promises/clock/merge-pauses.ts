/** A time in which we wait for the customer: from our question to their answer, or still open. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
}

/** The pauses in order and apart, none before `startedAt`, and without those of no length. */
export function mergePauses(pauses: readonly Pause[], startedAt: Date): Pause[] {
  const merged: Pause[] = [];
  for (const pause of clipped(pauses, startedAt)) {
    const last = merged.at(-1);
    if (!last || (last.until !== null && pause.from > last.until)) merged.push(pause);
    else merged[merged.length - 1] = { from: last.from, until: later(last.until, pause.until) };
  }
  return merged;
}

function clipped(pauses: readonly Pause[], startedAt: Date): Pause[] {
  return pauses
    .map(({ from, until }) => ({ from: from < startedAt ? startedAt : from, until }))
    .filter(({ from, until }) => until === null || until > from)
    .sort((left, right) => left.from.getTime() - right.from.getTime());
}

function later(left: Date | null, right: Date | null): Date | null {
  if (left === null || right === null) return null;
  return left > right ? left : right;
}
