import { type AwardView, upcoming } from '#modules/awards';
import type { CaseLine } from '#modules/cases';
import { sayDay } from '#modules/decisions';
import { sayPounds } from '#modules/questions';
import { Link } from '#ui';

interface CustomerPaymentsProps {
  awards: readonly AwardView[];
  cases: readonly CaseLine[];
  today: string;
}

/** "When am I paid?": the next payment of each award, with the case that it belongs to. */
export function CustomerPayments({ awards, cases, today }: CustomerPaymentsProps) {
  if (awards.length === 0) return null;
  return (
    <section class="fd-panel" aria-labelledby="payments-title">
      <h2 class="govuk-heading-m" id="payments-title">
        Payments <span class="fd-count">{awards.length}</span>
      </h2>
      <ul class="govuk-list">
        {awards.map((award) => {
          const reference = cases.find(({ id }) => id === award.caseId)?.reference ?? '';
          return (
            <li key={award.id}>
              <strong>{award.name}</strong>: {sayNext(award, today)}{' '}
              <Link href={`/desk/cases/${reference}#payments`}>{reference}</Link>
              {award.isShown ? null : <span class="fd-mute"> not shown to the customer yet</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function sayNext({ payments }: AwardView, today: string): string {
  const { next } = upcoming(payments, today);
  return next ? `${sayPounds(next.pence)} on ${sayDay(next.on)}` : 'no payment is planned';
}
