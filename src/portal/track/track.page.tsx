import type { AwardView } from '#modules/awards';
import type { TrackedCase, TrackPhoto } from '#modules/cases';
import { english } from '#modules/councils';
import type { DecisionView } from '#modules/decisions';
import type { EvidenceView } from '#modules/evidence';
import { describeDue, type PromiseView } from '#modules/promises';
import type { PublicShell } from '#platform/http/shell';
import { type Errors, Link, PromiseBadge, PublicPage, Timeline, type TimelineItem, type Values } from '#ui';
import type { Directory } from '../directory.ts';
import { sayOwner } from '../say-owner.ts';
import { sayInstant } from '../say-when.ts';
import { AddMore } from './add-more.page.tsx';
import { ENDING_WORDS } from './ending-words.ts';
import { Prove } from './prove.page.tsx';
import { TrackDecision } from './track-decision.page.tsx';
import { WhenEnded } from './track-ended.page.tsx';
import { TrackEvidence } from './track-evidence.page.tsx';
import { TrackPayments } from './track-payments.page.tsx';
import { TrackPhotos } from './track-photos.page.tsx';

interface TrackPageProps extends PublicShell {
  tracked: TrackedCase;
  isProven: boolean;
  directory: Directory;
  token: Record<string, string>;
  now: Date;
  photos: readonly TrackPhoto[];
  /** For whoever proved that it is theirs. */
  evidence: readonly EvidenceView[];
  decisions: readonly DecisionView[];
  /** Who of the staff filled the form in with them; null where they did it alone. */
  helpedBy: string | null;
  /** What is paid for it, as far as the customer may see it. */
  awards: readonly AwardView[];
  /** The council's calendar date. */
  today: string;
  errors: Errors;
  values: Values;
}

/** How a report is going: what was done, what is next and when, who owns it, and ways to add to it. */
export function TrackPage(props: TrackPageProps) {
  const {
    tracked,
    photos,
    evidence,
    decisions,
    helpedBy,
    awards,
    today,
    isProven,
    directory,
    token,
    now,
    errors,
    values,
    ...shell
  } = props;
  const { reference, title, place, publicText } = tracked;
  return (
    <PublicPage {...shell} title={`${title}, ${reference}`} errors={errors}>
      <span class="govuk-caption-l">{reference}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {place ? <p class="govuk-body">{place}</p> : null}
      {publicText ? <p class="govuk-body fd-typed">{publicText}</p> : null}
      <TrackPhotos reference={reference} photos={photos} />
      <Timeline items={lineOf({ tracked, directory, now })} label="What has happened and what is next" />
      <p class="govuk-body">{sayOwner(directory.config, tracked)}</p>
      {helpedBy === null ? null : <p class="govuk-body">{helpedBy} filled this in with you.</p>}
      <TrackDecision
        reference={reference}
        decisions={decisions}
        token={token}
        errors={errors}
        zone={directory.config.profile.zone}
        today={today}
      />
      <TrackPayments awards={awards} today={today} />
      <TrackEvidence reference={reference} pieces={evidence} hasEnded={tracked.ending !== null} />
      {tracked.ending ? <WhenEnded tracked={tracked} token={token} now={now} directory={directory} /> : null}
      {tracked.isPublic && !tracked.ending ? <Follow reference={reference} /> : null}
      {tracked.ending ? null : (
        <AddMore
          reference={reference}
          isWaiting={tracked.stage === 'waiting'}
          token={token}
          errors={errors}
          values={values}
        />
      )}
      {isProven ? null : <Prove reference={reference} token={token} errors={errors} />}
    </PublicPage>
  );
}

type LineOf = Pick<TrackPageProps, 'tracked' | 'directory' | 'now'>;

function lineOf({ tracked, directory, now }: LineOf): TimelineItem[] {
  const { zone } = directory.config.profile;
  const done = (title: string, at: Date): TimelineItem => ({
    title,
    state: 'done',
    when: sayInstant(at, zone),
    datetime: at.toISOString(),
  });
  const told = tracked.entries.filter(({ kind }) => kind !== 'opened').map(({ text, at }) => done(text, at));
  const open = tracked.ending ? [] : tracked.promises.filter(({ outcome }) => outcome === null);
  const ended = tracked.ending ? [done(ENDING_WORDS[tracked.ending.ending] ?? 'It has ended', tracked.ending.at)] : [];
  return [
    done('You told us', tracked.openedAt),
    ...told,
    ...ended,
    ...open.map((promise) => nextOf(promise, directory, now)),
  ];
}

function nextOf(promise: PromiseView, { catalogue, config }: Directory, now: Date): TimelineItem {
  const standard = catalogue.standards.get(promise.standard.slug)?.standard;
  const isLate = promise.dueAt < now;
  return {
    title: standard ? english(standard.name) : promise.what.en,
    state: 'next',
    when: `Promised ${describeDue(promise.dueAt, config.profile.zone, now)}`,
    datetime: promise.dueAt.toISOString(),
    children: isLate ? (
      <PromiseBadge state="missed">We said that we would do this by then, and we have not. It is overdue.</PromiseBadge>
    ) : null,
  };
}

function Follow({ reference }: { reference: string }) {
  return (
    <p class="govuk-body">
      <Link href={`/track/${reference}/follow`}>Follow this report</Link>, and we tell you by email when something
      changes.
    </p>
  );
}
