import type { AwardView } from '#modules/awards';
import { AwardPayments } from '../payment-list.page.tsx';

interface TrackPaymentsProps {
  awards: readonly AwardView[];
  /** The council's calendar date. */
  today: string;
}

/** What is paid for this request and when, as the system that pays it said. */
export function TrackPayments({ awards, today }: TrackPaymentsProps) {
  return (
    <>
      {awards.map((award) => (
        <section key={award.id} aria-labelledby={`award-${award.id}`}>
          <h2 class="govuk-heading-m" id={`award-${award.id}`}>
            Payments: {award.name}
          </h2>
          <AwardPayments award={award} today={today} />
        </section>
      ))}
    </>
  );
}
