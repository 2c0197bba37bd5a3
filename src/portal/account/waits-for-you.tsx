import type { CaseLine } from '#modules/cases';
import { Link } from '#ui';

/** What only the person can do: nothing else stands above it. */
export function WaitsForYou({ cases }: { cases: readonly CaseLine[] }) {
  const waiting = cases.filter(({ stage }) => stage === 'waiting');
  return (
    <section class="fd-needs-you" aria-labelledby="needs-you">
      <h2 class="govuk-heading-m" id="needs-you">
        What needs you
      </h2>
      {waiting.length === 0 ? <p class="govuk-body">Nothing: we have all that we need from you.</p> : null}
      <ul class="govuk-list">
        {waiting.map(({ id, reference, title }) => (
          <li key={id}>
            <Link href={`/track/${reference}`}>Answer our question about {title}</Link>. We go on when we have it.
          </li>
        ))}
      </ul>
    </section>
  );
}
