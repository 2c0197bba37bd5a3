import { sayDay } from '#modules/decisions';
import { sayPounds } from '#modules/questions';
import { Link } from '#ui';
import type { Payments } from './payments.ts';

/** The one line on the home that most people who are paid come for. */
export function NextPayment({ payments: { next } }: { payments: Payments }) {
  if (!next) return null;
  return (
    <p class="govuk-body">
      Your next payment: <strong>{sayPounds(next.pence)}</strong> on <strong>{sayDay(next.on)}</strong>.{' '}
      <Link href="/account/payments">See all payments</Link>
    </p>
  );
}
