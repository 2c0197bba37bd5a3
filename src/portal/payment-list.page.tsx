import { type AwardView, type PaymentView, sayPayee, upcoming } from '#modules/awards';
import { sayDay } from '#modules/decisions';
import { sayPounds } from '#modules/questions';
import { Details, Table } from '#ui';

interface AwardProps {
  award: AwardView;
  /** The council's calendar day. */
  today: string;
}

/** One award: what it is, what comes when and to whom, and what came before. */
export function AwardPayments({ award, today }: AwardProps) {
  const { next, coming, before } = upcoming(award.payments, today);
  return (
    <>
      {award.amount === '' ? null : <p class="govuk-body">It is {award.amount}.</p>}
      {award.isCorrected ? (
        <p class="govuk-body">We corrected these payments. They take the place of what you saw before.</p>
      ) : null}
      {next ? (
        <p class="govuk-body">
          Next: <strong>{sayPounds(next.pence)}</strong> on <strong>{sayDay(next.on)}</strong>, to {sayPayee(next.to)}.
        </p>
      ) : (
        <p class="govuk-body">No payment is planned now.</p>
      )}
      {coming.length > 1 ? <PaymentTable caption="Payments to come" payments={coming} today={today} /> : null}
      {before.length > 0 ? (
        <Details summary="Earlier payments">
          <PaymentTable caption="Earlier payments" payments={before} today={today} />
        </Details>
      ) : null}
    </>
  );
}

interface PaymentTableProps {
  caption: string;
  payments: readonly PaymentView[];
  today: string;
}

/** Dates, amounts and payees, as cards where the screen is narrow. */
function PaymentTable({ caption, payments, today }: PaymentTableProps) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      class="fd-figures"
      firstCellIsHeader
      head={['Date', 'To', { text: 'Amount', numeric: true }]}
      rows={payments.map((payment) => [
        sayDay(payment.on),
        { text: whereTo(payment, today), attrs: { 'data-head': 'To' } },
        { text: sayPounds(payment.pence), numeric: true, attrs: { 'data-head': 'Amount' } },
      ])}
    />
  );
}

/** Whom it goes to, which days it pays for, and what became of it. Only the system that pays can say that it is paid. */
function whereTo({ to, from, until, state, on }: PaymentView, today: string): string {
  const days = from === null || until === null ? '' : `for ${shortDay(from)} to ${shortDay(until)}`;
  const what = state === 'planned' && on < today ? 'was planned for this day' : FATE[state];
  const words = [sayPayee(to), days, what].filter((part) => part !== '').join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const FATE = { planned: '', paid: 'paid', stopped: 'stopped: it is not paid' } as const;

function shortDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
