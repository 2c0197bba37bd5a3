import type { CaseLine } from '#modules/cases';
import { Link, PromiseBadge } from '#ui';
import type { Directory } from '../directory.ts';
import { sayPromise } from '../say-promise.ts';
import { sayInstant } from '../say-when.ts';
import { ENDING_WORDS } from '../track/ending-words.ts';

interface CaseItemProps {
  line: CaseLine;
  directory: Directory;
  now: Date;
}

/** One request as a line: what it is, what happens next and by when, and who has it. */
export function CaseItem({ line, directory, now }: CaseItemProps) {
  const { reference, title, place, team, stage, ending, endedAt } = line;
  const { zone } = directory.config.profile;
  return (
    <li class="fd-account-cases__item">
      <p class="fd-account-cases__head">
        <Link href={`/track/${reference}`}>{title}</Link> <span class="fd-reference-small">{reference}</span>
      </p>
      {place ? <p class="fd-mute">{place}</p> : null}
      {ending ? (
        <p class="govuk-body">
          {ENDING_WORDS[ending] ?? 'It has ended'}
          {endedAt ? `, ${sayInstant(endedAt, zone)}` : ''}.
        </p>
      ) : (
        <>
          <NextStep line={line} directory={directory} now={now} />
          <p class="fd-mute">{stage === 'waiting' ? 'We wait for your answer.' : `${team} deals with it.`}</p>
        </>
      )}
    </li>
  );
}

/** The promise that is due next, in words; one that was missed is said as it is. */
function NextStep({ line, directory, now }: CaseItemProps) {
  const next = line.promises
    .filter(({ outcome, kind }) => outcome === null && kind !== 'acknowledge')
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  if (!next) return <p class="govuk-body">We tell you as soon as something changes.</p>;
  const promise = sayPromise(directory, { standard: next.standard.slug, dueAt: next.dueAt }, now);
  if (next.dueAt >= now) return <p class="govuk-body">Next: {promise}</p>;
  return (
    <>
      <p class="govuk-body">{promise}</p>
      <PromiseBadge state="missed">We are late with this.</PromiseBadge>
    </>
  );
}
