import type { CaseLine, ClaimableCase } from '#modules/cases';
import type { WaitedFor } from '#modules/evidence';
import type { PublicShell } from '#platform/http/shell';
import { Button, EmptyState, Form, Link, PublicPage, Tiles } from '#ui';
import type { Directory } from '../directory.ts';
import { BegunForms } from './begun-forms.page.tsx';
import type { BegunFormLine } from './begun-forms.ts';
import { CaseItem } from './case-item.tsx';
import { Offered } from './claims.page.tsx';
import { NextPayment } from './next-payment.tsx';
import type { Payments } from './payments.ts';
import { WaitsForYou } from './waits-for-you.tsx';

export interface HomePageProps extends PublicShell {
  name: string;
  cases: readonly CaseLine[];
  /** What they still need from this person. */
  pieces: readonly WaitedFor[];
  begun: readonly BegunFormLine[];
  /** Made with their own email address before they had an account. */
  offered: readonly ClaimableCase[];
  payments: Payments;
  directory: Directory;
  token: Record<string, string>;
  now: Date;
}

const ENDED_SHOWN = 10;

/** What needs you, then how everything stands, then what you can look after. */
export function HomePage({ name, cases, pieces, begun, offered, payments, ...props }: HomePageProps) {
  const { directory, token, now, ...shell } = props;
  const open = cases.filter(({ stage }) => stage !== 'ended');
  const ended = cases.filter(({ stage }) => stage === 'ended').slice(0, ENDED_SHOWN);
  return (
    <PublicPage {...shell} title="My Account" search={false}>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">My Account</h1>
      <WaitsForYou cases={open} pieces={pieces} />
      <BegunForms forms={begun} token={token} zone={directory.config.profile.zone} />
      <Offered offered={offered} token={token} />
      <NextPayment payments={payments} />
      <h2 class="govuk-heading-m">Your requests</h2>
      {open.length === 0 ? (
        <EmptyState title="Nothing of yours is open with us">
          <p class="govuk-body">
            <Link href="/services">Find a service</Link>, or{' '}
            <Link href="/account/claims">add a request that you made without signing in</Link>.
          </p>
        </EmptyState>
      ) : (
        <CaseList cases={open} directory={directory} now={now} />
      )}
      {ended.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Ended</h2>
          <CaseList cases={ended} directory={directory} now={now} />
        </>
      ) : null}
      <h2 class="govuk-heading-m">Look after your account</h2>
      <Tiles items={TILES} />
      <Form action="/account/sign-out" hidden={token} class="fd-clear-answers">
        <p class="govuk-body">
          On a computer that others use, sign out when you have finished. It leaves nothing behind.
        </p>
        <Button look="secondary">Sign out and clear</Button>
      </Form>
    </PublicPage>
  );
}

function CaseList({ cases, directory, now }: Pick<HomePageProps, 'cases' | 'directory' | 'now'>) {
  return (
    <ul class="fd-account-cases">
      {cases.map((one) => (
        <CaseItem key={one.id} line={one} directory={directory} now={now} />
      ))}
    </ul>
  );
}

const TILES = [
  { title: 'Payments', href: '/account/payments', text: 'What we pay you, when, and to whom' },
  { title: 'Documents and messages', href: '/account/documents', text: 'What you sent us, and what we wrote to you' },
  { title: 'Your details', href: '/account/details', text: 'Change them once, for all our services' },
  { title: 'What we tell you', href: '/account/notifications', text: 'By email, text or letter' },
  { title: 'People who help you', href: '/account/people', text: 'And people whom you help' },
  { title: 'Organisations', href: '/account/organisations', text: 'Act for a business, charity or landlord' },
  { title: 'How you sign in', href: '/account/security', text: 'Password, second check, your data' },
  { title: 'Add an earlier request', href: '/account/claims', text: 'One that you made without signing in' },
];
