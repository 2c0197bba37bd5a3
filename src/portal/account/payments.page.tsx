import type { PublicShell } from '#platform/http/shell';
import { EmptyState, Link, PublicPage } from '#ui';
import type { Directory } from '../directory.ts';
import { AwardPayments } from '../payment-list.page.tsx';
import type { Payments } from './payments.ts';

interface PaymentsPageProps extends PublicShell {
  payments: Payments;
  directory: Directory;
}

/** Everything that the council pays somebody, from the systems that pay it. */
export function PaymentsPage({ payments, directory, ...shell }: PaymentsPageProps) {
  const { awards, waiting, today } = payments;
  return (
    <PublicPage {...shell} title="Payments" search={false} back="/account">
      <h1 class="govuk-heading-l">Payments</h1>
      {awards.length + waiting.length === 0 ? <Nothing /> : null}
      {awards.map((award) => (
        <section key={award.id} aria-labelledby={`award-${award.id}`}>
          <h2 class="govuk-heading-m" id={`award-${award.id}`}>
            {award.name}
          </h2>
          <AwardPayments award={award} today={today} />
          <About reference={award.reference} />
        </section>
      ))}
      {waiting.map(({ reference, title }) => (
        <section key={reference} aria-labelledby={`waiting-${reference}`}>
          <h2 class="govuk-heading-m" id={`waiting-${reference}`}>
            {title}
          </h2>
          <p class="govuk-body">
            We have said yes. The dates and amounts are not here yet: the system that pays has not sent them. We tell
            you as soon as they are.
          </p>
          <About reference={reference} />
        </section>
      ))}
      {awards.length + waiting.length > 0 ? <WrongOrChanged directory={directory} /> : null}
    </PublicPage>
  );
}

function Nothing() {
  return (
    <EmptyState title="We do not pay you anything at the moment">
      <p class="govuk-body">
        When you ask for help with rent or council tax and we say yes, you see here what you get, when, and who it goes
        to. <Link href="/services">Find out what you can ask for</Link>.
      </p>
    </EmptyState>
  );
}

function About({ reference }: { reference: string }) {
  return (
    <p class="govuk-body">
      <Link href={`/track/${reference}`}>See your request and our decision, {reference}</Link>
    </p>
  );
}

const CHANGES = 'change-of-circumstances';

function WrongOrChanged({ directory }: { directory: Directory }) {
  const isThere = directory.catalogue.services.has(CHANGES);
  return (
    <p class="govuk-body">
      Is a date or an amount wrong? <Link href="/contact">Tell us</Link>. You must tell us at once when your money, your
      rent or who lives with you changes
      {isThere ? (
        <>
          : <Link href={`/services/${CHANGES}`}>tell us about a change</Link>
        </>
      ) : null}
      .
    </p>
  );
}
