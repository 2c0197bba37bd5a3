import { sayDay } from '#modules/decisions';
import { sayPounds } from '#modules/questions';
import type { PayeeKind, PaymentState, Per } from './words.ts';

const PER_WORDS: Readonly<Record<Per, string>> = { once: '', week: ' a week', month: ' a month', year: ' a year' };

interface Amount {
  amount_pence: number | null;
  amount_per: Per | null;
  from_on: string | null;
  until_on: string | null;
}

/** "£84.20 a week from Tuesday 1 December 2026"; empty where nothing was said. */
export function amountOfAward({ amount_pence, amount_per, from_on, until_on }: Amount): string {
  const amount = amount_pence === null ? '' : `${sayPounds(amount_pence)}${PER_WORDS[amount_per ?? 'once']}`;
  return [amount, from_on && `from ${sayDay(from_on)}`, until_on && `until ${sayDay(until_on)}`]
    .filter(Boolean)
    .join(' ');
}

const PAYEES: Readonly<Record<PayeeKind, string>> = {
  customer: 'you',
  landlord: 'your landlord',
  'council-tax': 'your council tax account',
  other: 'somebody else',
};

const PAYEES_AT_DESK: Readonly<Record<PayeeKind, string>> = {
  customer: 'the customer',
  landlord: 'their landlord',
  'council-tax': 'their council tax account',
  other: 'somebody else',
};

interface Payee {
  kind: PayeeKind;
  name: string | null;
}

/** Whom a payment goes to, said to the customer. */
export const sayPayee = (payee: Payee): string => withName(payee, PAYEES);

/** The same, said to staff. */
export const sayPayeeAtDesk = (payee: Payee): string => withName(payee, PAYEES_AT_DESK);

function withName({ kind, name }: Payee, words: typeof PAYEES): string {
  if (name === null || kind === 'customer') return words[kind];
  return kind === 'other' ? name : `${words[kind]}, ${name}`;
}

interface Dated {
  on: string;
  state: PaymentState;
}

export interface Upcoming<Payment> {
  next: Payment | undefined;
  coming: Payment[];
  /** Newest first: paid, stopped, or their day has passed. */
  before: Payment[];
}

/** Which payments are still to come on a council's calendar day, and which are behind it. */
export function upcoming<Payment extends Dated>(payments: readonly Payment[], today: string): Upcoming<Payment> {
  const coming = payments.filter(({ on, state }) => state === 'planned' && on >= today);
  const before = payments.filter((payment) => !coming.includes(payment)).reverse();
  return { next: coming[0], coming, before };
}
