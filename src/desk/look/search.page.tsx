import type { FoundCase } from '#modules/cases';
import type { Found } from '#modules/customers';
import type { DeskShell } from '#platform/http/shell';
import { Button, DeskPage, EmptyState, Form, Link, Tag, TextInput } from '#ui';
import { shortDay } from '../../doors/when.ts';
import { ENDING_WORDS } from '../words.ts';

interface SearchPageProps {
  shell: DeskShell;
  path: string;
  title: string;
  /** Null: nothing was searched for, or its time is up. */
  typed: string | null;
  /** Null: only people are searched here. */
  cases: readonly FoundCase[] | null;
  people: readonly Found[];
  zone: string;
  now: Date;
  hidden: Record<string, string>;
}

/** Cases and people by whatever is typed. */
export function SearchPage(props: SearchPageProps) {
  const { shell, path, title, typed, cases, people, hidden } = props;
  const isNothing = typed !== null && people.length === 0 && (cases?.length ?? 0) === 0;
  return (
    <DeskPage {...shell} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={path} hidden={hidden} class="fd-inline-form">
        <TextInput
          name="q"
          label={cases === null && path === '/desk/customers' ? 'Find a customer' : 'Find a case or a customer'}
          hint="Name, postcode, phone, email, reference or words of a report, in any order"
          value={typed ?? undefined}
        />
        <Button>Find</Button>
      </Form>
      {isNothing ? (
        <EmptyState title={`Nothing is like “${typed}”`}>Try a postcode, a phone number or a reference.</EmptyState>
      ) : null}
      <div class="fd-columns">
        <People people={people} />
        <Cases {...props} />
      </div>
    </DeskPage>
  );
}

function People({ people }: Pick<SearchPageProps, 'people'>) {
  if (people.length === 0) return null;
  return (
    <section class="fd-panel" aria-labelledby="people-title">
      <h2 class="govuk-heading-m" id="people-title">
        Customers <span class="fd-count">{people.length}</span>
      </h2>
      <ul class="fd-rows">
        {people.map(({ customer, reasons }) => (
          <li key={customer.id} class="fd-rows__row">
            <Link class="fd-rows__main" href={`/desk/customers/${customer.id}`}>
              {customer.name}
            </Link>
            <span>{[customer.address, customer.postcode].filter(Boolean).join(', ')}</span>
            <span class="fd-mute">{[...customer.phones, ...customer.emails].join(' · ')}</span>
            <span>
              {reasons.map((reason) => (
                <Tag key={reason} colour="grey">
                  {reason}
                </Tag>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cases({ cases, zone, now }: SearchPageProps) {
  if (!cases || cases.length === 0) return null;
  return (
    <section class="fd-panel" aria-labelledby="cases-title">
      <h2 class="govuk-heading-m" id="cases-title">
        Cases <span class="fd-count">{cases.length}</span>
      </h2>
      <ul class="fd-rows">
        {cases.map((one) => (
          <li key={one.id} class="fd-rows__row">
            <Link class="fd-rows__main" href={`/desk/cases/${one.reference}`}>
              {one.reference}
            </Link>
            <span>
              {one.title}
              {one.place ? `, ${one.place}` : ''}
            </span>
            <span class="fd-mute">
              {one.ending ? (ENDING_WORDS[one.ending] ?? one.ending) : 'open'} · {one.team} · since{' '}
              {shortDay(one.openedAt, zone, now)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
