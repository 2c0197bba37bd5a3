import { english } from '#modules/councils';
import { describeDue, type PromiseView } from '#modules/promises';
import { PromiseBadge, type PromiseState } from '#ui';
import type { Directory } from '../portal/directory.ts';

interface PromiseLineProps {
  promise: PromiseView;
  directory: Directory;
  now: Date;
}

/** One promise in a line: what, by when, how it stands, whether the customer was told. */
export function PromiseLine({ promise, directory, now }: PromiseLineProps) {
  const { zone } = directory.config.profile;
  return (
    <>
      <PromiseBadge state={promiseState(promise, now)} /> {promiseName(promise, directory)}{' '}
      {dueWords(promise, zone, now)}
      {promise.outcome === null ? <span class="fd-mute"> · {promise.toldAt ? 'told' : 'not told yet'}</span> : null}
    </>
  );
}

/** What is promised, by the name of its standard. */
function promiseName({ standard, what }: PromiseView, { catalogue }: Directory): string {
  const found = catalogue.standards.get(standard.slug)?.standard;
  return found ? english(found.name) : what.en;
}

/** How a promise stands now. One that is past its time and undecided is missed to whoever waits for it. */
function promiseState({ outcome, pausedAt, dueAt, riskAt }: PromiseView, now: Date): PromiseState {
  if (outcome === 'kept') return 'kept';
  if (outcome === 'missed') return 'missed';
  if (outcome !== null || pausedAt) return 'waiting';
  if (dueAt < now) return 'missed';
  return riskAt && riskAt <= now ? 'at-risk' : 'on-time';
}

function dueWords({ outcome, pausedAt, dueAt }: PromiseView, zone: string, now: Date): string {
  const due = describeDue(dueAt, zone, now);
  if (outcome === 'renegotiated') return `${due}, until another date was agreed`;
  if (outcome === 'withdrawn') return `${due}, withdrawn`;
  return pausedAt ? 'once they have answered' : due;
}
