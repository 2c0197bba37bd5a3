import type { CustomerAccount } from '#modules/accounts';
import { Link } from '#ui';

interface AccountLineProps {
  customerId: string;
  account: CustomerAccount | undefined;
  /** When they were in last, in words; null where they never were. */
  lastIn: string | null;
}

/** Whether they can do it online, and the way to help them into it. */
export function AccountLine({ customerId, account, lastIn }: AccountLineProps) {
  const href = `/desk/customers/${customerId}/account`;
  if (!account) {
    return (
      <p class="govuk-body">
        No account online. <Link href={href}>Set one up with them</Link>
      </p>
    );
  }
  return (
    <p class="govuk-body">
      Has an account, {lastIn === null ? 'not used yet' : `last in ${lastIn}`}.{' '}
      <Link href={href}>Send them the way in</Link>
    </p>
  );
}
