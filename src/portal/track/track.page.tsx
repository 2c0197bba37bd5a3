import type { TrackedCase } from '#modules/cases';
import { english } from '#modules/councils';
import { describeDue, type PromiseView } from '#modules/promises';
import type { PublicShell } from '#platform/http/shell';
import { Button, Form, Link, PromiseBadge, PublicPage, Textarea, TextInput, Timeline, type TimelineItem } from '#ui';
import type { Directory } from '../directory.ts';
import { sayOwner } from '../say-owner.ts';
import { sayInstant } from '../say-when.ts';
import { ENDING_WORDS } from './ending-words.ts';

interface TrackPageProps extends PublicShell {
  tracked: TrackedCase;
  isProven: boolean;
  directory: Directory;
  token: Record<string, string>;
  now: Date;
  error: string | undefined;
}

/** How a report is going: what was done, what is next and when, who owns it, and ways to add to it. */
export function TrackPage({ tracked, isProven, directory, token, now, error, ...shell }: TrackPageProps) {
  const { reference, title, place, publicText } = tracked;
  const errors = error === undefined ? {} : { fact: error };
  return (
    <PublicPage {...shell} title={`${title}, ${reference}`} errors={errors}>
      <span class="govuk-caption-l">{reference}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {place ? <p class="govuk-body">{place}</p> : null}
      {publicText ? <p class="govuk-body fd-typed">{publicText}</p> : null}
      <Timeline items={lineOf({ tracked, directory, now })} label="What has happened and what is next" />
      <p class="govuk-body">{sayOwner(directory.config, tracked)}</p>
      {tracked.ending ? <WhenEnded tracked={tracked} token={token} now={now} directory={directory} /> : null}
      {tracked.isPublic && !tracked.ending ? <Follow reference={reference} /> : null}
      {tracked.ending ? null : <AddMore reference={reference} token={token} />}
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

function WhenEnded({
  tracked,
  token,
  now,
  directory,
}: Pick<TrackPageProps, 'tracked' | 'token' | 'now' | 'directory'>) {
  const { ending, reference, isSaidToBeFixed } = tracked;
  const until = ending?.reopenUntil;
  if (isSaidToBeFixed) return <p class="govuk-body">You said that it is fixed. Thank you.</p>;
  if (!until) return null;
  if (now >= until)
    return <p class="govuk-body">It is too late to open this report again. If it is not right, report it anew.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">Is it fixed?</h2>
      {ending.reason ? <p class="govuk-body fd-typed">{ending.reason}</p> : null}
      <Form action={`/track/${reference}/confirmation`} hidden={token}>
        <Button look="secondary">It is fixed</Button>
      </Form>
      <Form action={`/track/${reference}/reopening`} hidden={token}>
        <Textarea
          name="text"
          label="What is not fixed?"
          hint={`If you tell us before ${sayInstant(until, directory.config.profile.zone)}, we open this report again with a new promise.`}
          rows={3}
        />
        <Button>It is not fixed</Button>
      </Form>
    </>
  );
}

function Follow({ reference }: { reference: string }) {
  return (
    <p class="govuk-body">
      <Link href={`/track/${reference}/follow`}>Follow this report</Link>, and we tell you by email when something
      changes.
    </p>
  );
}

function AddMore({ reference, token }: { reference: string; token: Record<string, string> }) {
  return (
    <>
      <h2 class="govuk-heading-m">Tell us more</h2>
      <Form action={`/track/${reference}/additions`} hidden={token}>
        <Textarea name="text" label="Something that we should know" hint="Whoever deals with it reads this." rows={3} />
        <Button look="secondary">Send</Button>
      </Form>
    </>
  );
}

function Prove({
  reference,
  token,
  errors,
}: {
  reference: string;
  token: Record<string, string>;
  errors: Record<string, string>;
}) {
  return (
    <>
      <h2 class="govuk-heading-m">See everything</h2>
      <Form action={`/track/${reference}/proof`} hidden={token}>
        <TextInput
          name="fact"
          label="Postcode, email address or phone number"
          hint="Where it is, or what you gave us. Then we can show the address and what was said."
          width={20}
          autocomplete="off"
          errors={errors}
        />
        <Button look="secondary">Show</Button>
      </Form>
    </>
  );
}
