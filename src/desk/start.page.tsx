import type { WorklistCounts } from '#modules/cases';
import { type liveContacts, mayHandleContacts, type WaitingContact } from '#modules/contacts';
import type { ContactPoint } from '#modules/councils';
import type { StaffActor } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import { CountedHeading, DeskPage, EmptyState, href } from '#ui';
import { lasting, shortWhen } from '../doors/when.ts';
import { StartButtons } from './call/live-work.page.tsx';
import { CHANNEL_WORDS } from './words.ts';
import { Counts } from './work/worklist.page.tsx';

interface StartPageProps {
  shell: DeskShell;
  actor: StaffActor;
  live: Awaited<ReturnType<typeof liveContacts>>;
  waiting: readonly WaitingContact[];
  /** Of the team that the person mainly works in. */
  counts: WorklistCounts | null;
  lines: readonly ContactPoint[];
  now: Date;
  zone: string;
  hidden: Record<string, string>;
}

/** The start of the desk. */
export function StartPage({ shell, actor, hidden, counts, lines, ...props }: StartPageProps) {
  return (
    <DeskPage {...shell} title="Start">
      <h1 class="govuk-heading-l">Good to see you, {actor.name}</h1>
      {mayHandleContacts(actor) ? (
        <section class="fd-panel" aria-labelledby="start-contact">
          <h2 class="govuk-heading-m" id="start-contact">
            Somebody is there
          </h2>
          <StartButtons hidden={hidden} lines={lines} />
        </section>
      ) : null}
      {counts && actor.teamId ? (
        <section aria-labelledby="start-team">
          <h2 class="govuk-heading-m" id="start-team">
            My team
          </h2>
          <Counts counts={counts} of={actor.teamId} />
        </section>
      ) : null}
      <div class="fd-columns">
        <LiveList {...props} />
        <WaitingList {...props} />
      </div>
    </DeskPage>
  );
}

type ListProps = Pick<StartPageProps, 'live' | 'waiting' | 'now' | 'zone'>;

function LiveList({ live, now }: ListProps) {
  return (
    <section class="fd-panel">
      <CountedHeading count={live.length}>My live work</CountedHeading>
      {live.length === 0 ? <EmptyState title="You have no contact open" /> : null}
      <ul class="fd-rows">
        {live.map((one) => (
          <li key={one.id} class="fd-rows__row">
            <a class="fd-rows__main" href={href(`/desk/contacts/${one.id}`)}>
              {CHANNEL_WORDS[one.channel as keyof typeof CHANNEL_WORDS]}:{' '}
              {one.customerName ?? one.givenName ?? 'not identified yet'}
            </a>
            <span class="fd-numeric">{one.endedAt ? 'to be written up' : lasting(one.startedAt, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitingList({ waiting, now, zone }: ListProps) {
  return (
    <section class="fd-panel">
      <CountedHeading count={waiting.length}>Passed to my teams</CountedHeading>
      {waiting.length === 0 ? <EmptyState title="Nobody waits to be taken over" /> : null}
      <ul class="fd-rows">
        {waiting.map((one) => (
          <li key={one.id} class="fd-rows__row">
            <a class="fd-rows__main" href={href(`/desk/contacts/${one.id}`)}>
              {one.name ?? 'Not identified yet'}, since {shortWhen(one.startedAt, zone, now)}
            </a>
            <span>{one.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
