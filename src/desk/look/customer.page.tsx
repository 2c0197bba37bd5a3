import type { CustomerAccount, HelperView, OrganisationFacts, OrganisationLine } from '#modules/accounts';
import type { AwardView } from '#modules/awards';
import type { CaseLine } from '#modules/cases';
import type { HistoryPage } from '#modules/contacts';
import type { CustomerView } from '#modules/customers';
import type { SavedFormLine } from '#modules/forms';
import type { DeskShell } from '#platform/http/shell';
import { Button, DeskPage, EmptyState, Form, Link, SummaryList } from '#ui';
import { shortDay, shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { AccountLine } from '../accounts/account-line.page.tsx';
import { sayHelper, sayOrganisation } from '../accounts/say-helper.ts';
import { writeHistoryKey } from '../history-key.ts';
import { PromiseLine } from '../promise-line.tsx';
import { ACT_WORDS, CHANNEL_WORDS, ENDING_WORDS } from '../words.ts';
import { CustomerPayments } from './customer-payments.page.tsx';

interface CustomerPageProps {
  shell: DeskShell;
  customer: CustomerView;
  /** Their own account online, where they have one. */
  account: CustomerAccount | undefined;
  helpers: readonly HelperView[];
  /** Forms that they began online and did not send. */
  saved: readonly SavedFormLine[];
  hidden: Record<string, string>;
  /** What its owner said, where an organisation has an account. */
  organisation: OrganisationFacts | undefined;
  /** The organisations that this person acts for. */
  actsFor: readonly OrganisationLine[];
  cases: readonly CaseLine[];
  /** What is paid to them. */
  awards: readonly AwardView[];
  /** The council's calendar date. */
  today: string;
  history: HistoryPage;
  /** This page of the contacts is not the first. */
  isOlder: boolean;
  directory: Directory;
  now: Date;
}

/** Who somebody is, what is open with them, every contact newest first. */
export function CustomerPage(props: CustomerPageProps) {
  const { shell, customer, account, helpers, organisation, actsFor, directory, now } = props;
  const lastIn = account?.lastInAt ? shortDay(account.lastInAt, directory.config.profile.zone, now) : null;
  const { reaches, needs } = customer;
  const rows = [
    { key: 'Address', value: [customer.address, customer.postcode].filter(Boolean).join(', ') },
    {
      key: 'Reach',
      value: reaches.map(({ value, isPreferred }) => `${value}${isPreferred ? ' (prefers)' : ''}`).join(' · '),
    },
    { key: 'Needs', value: needs.map(({ kind, reason }) => `${kind}: ${reason}`.replace(/-/g, ' ')).join(' · ') },
    { key: organisation ? 'Acted for by' : 'Helped by', value: helpers.map(sayHelper).join(' · ') },
    { key: 'Organisation', value: organisation ? sayOrganisation(organisation) : '' },
    { key: 'Acts for', value: actsFor.map(({ name, role }) => `${name} (${role})`).join(' · ') },
    { key: 'Language', value: customer.language ?? '' },
  ];
  return (
    <DeskPage {...shell} title={customer.name}>
      <h1 class="govuk-heading-l">{customer.name}</h1>
      <div class="fd-columns">
        <div>
          <section class="fd-panel" aria-label="Facts">
            <SummaryList noBorder class="fd-facts" rows={rows.filter(({ value }) => value !== '')} />
            <Form action={`/desk/customers/${customer.id}/contacts`} hidden={props.hidden} class="fd-buttons">
              <Button name="channel" value="phone" look="secondary">
                They are on the phone
              </Button>
              <Button name="channel" value="counter" look="secondary">
                They are with me
              </Button>
            </Form>
            <AccountLine customerId={customer.id} account={account} lastIn={lastIn} />
          </section>
          <SavedForms {...props} />
          <CustomerPayments {...props} />
          <Cases {...props} />
        </div>
        <Contacts {...props} />
      </div>
    </DeskPage>
  );
}

function SavedForms({ saved, directory, now }: CustomerPageProps) {
  if (saved.length === 0) return null;
  const { zone } = directory.config.profile;
  const nameOf = (slug: string) => directory.catalogue.services.get(slug)?.service.name.en ?? slug;
  return (
    <section class="fd-panel" aria-labelledby="saved-title">
      <h2 class="govuk-heading-m" id="saved-title">
        Begun online, not sent <span class="fd-count">{saved.length}</span>
      </h2>
      <ul class="govuk-list">
        {saved.map(({ id, serviceSlug, changedAt, keptUntil }) => (
          <li key={id}>
            <strong>{nameOf(serviceSlug)}</strong>{' '}
            <span class="fd-mute">
              changed {shortDay(changedAt, zone, now)}, kept until {shortDay(keptUntil, zone, now)}
            </span>
          </li>
        ))}
      </ul>
      <p class="fd-mute">You can go on with one in a contact, when they say that you may.</p>
    </section>
  );
}

function Cases({ cases, directory, now }: CustomerPageProps) {
  const { zone } = directory.config.profile;
  return (
    <section class="fd-panel" aria-labelledby="cases-title">
      <h2 class="govuk-heading-m" id="cases-title">
        Cases <span class="fd-count">{cases.length}</span>
      </h2>
      {cases.length === 0 ? <EmptyState title="No cases yet" /> : null}
      <ul class="fd-cases">
        {cases.map((one) => (
          <li key={one.id} class="fd-cases__item">
            <p class="fd-cases__head">
              <Link href={`/desk/cases/${one.reference}`}>{one.reference}</Link> <strong>{one.title}</strong>{' '}
              <span class="fd-mute">
                {one.ending ? (ENDING_WORDS[one.ending] ?? one.ending) : `since ${shortDay(one.openedAt, zone, now)}`}
              </span>
            </p>
            <ul class="fd-promises">
              {one.promises.map((promise) => (
                <li key={promise.id}>
                  <PromiseLine promise={promise} directory={directory} now={now} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contacts({ customer, history, isOlder, directory, now }: CustomerPageProps) {
  const path = `/desk/customers/${customer.id}`;
  const { zone } = directory.config.profile;
  return (
    <section class="fd-panel" aria-labelledby="contacts-title">
      <h2 class="govuk-heading-m" id="contacts-title">
        Contacts{isOlder ? ', older ones' : ''}
      </h2>
      {history.items.length === 0 ? <EmptyState title={isOlder ? 'No older contacts' : 'No contacts yet'} /> : null}
      <ol class="fd-history">
        {history.items.map((item) => (
          <li key={item.id} class="fd-history__item">
            <span class="fd-history__when fd-numeric">{shortWhen(item.startedAt, zone, now)}</span>
            <span class="fd-history__what">
              <strong>{CHANNEL_WORDS[item.channel]}</strong>{' '}
              {item.message?.subject ??
                item.questions
                  .map(({ act, reason }) => (ACT_WORDS as Record<string, string>)[act ?? ''] ?? reason)
                  .join(', ')}{' '}
              <span class="fd-mute">{item.staffName}</span>
            </span>
          </li>
        ))}
      </ol>
      {history.next || isOlder ? (
        <p class="govuk-body fd-buttons">
          {isOlder ? <Link href={`${path}#contacts-title`}>Newest</Link> : null}
          {history.next ? (
            <Link href={`${path}?before=${writeHistoryKey(history.next)}#contacts-title`}>Older contacts</Link>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}
