import type { AccountCount, RegistrationRow } from '#modules/accounts';
import type { AccountHelpFigures } from '#modules/insight';
import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  DeskPage,
  EmptyState,
  type Errors,
  Form,
  Link,
  ScrollRegion,
  SummaryList,
  Table,
  Tag,
  type Values,
} from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { sayAddress } from '../../portal/account/address-words.ts';
import { HelpFigures } from './help-figures.page.tsx';
import { HOW_WORDS } from './how-words.ts';
import { WhereAndHow } from './where-and-how.page.tsx';

interface RegistrationsPageProps {
  shell: DeskShell;
  rows: readonly RegistrationRow[];
  counts: readonly AccountCount[];
  help: AccountHelpFigures;
  zone: string;
  now: Date;
}

/** Who began to register and stopped, those to ring first; and how accounts are made. */
export function RegistrationsPage({ shell, rows, counts, help, zone, now }: RegistrationsPageProps) {
  return (
    <DeskPage {...shell} title="Registrations">
      <h1 class="govuk-heading-l">
        Registrations begun and not finished <span class="fd-count">{rows.length}</span>
      </h1>
      <p class="fd-mute">After an hour we write to them once, with the ways to get help. A day later, ring them.</p>
      {rows.length === 0 ? <EmptyState title="Nobody is stuck" /> : null}
      <ul class="fd-rows">
        {rows.map((row) => (
          <li key={row.id} class="fd-rows__row">
            {row.isToCall ? <Tag colour="orange">Ring them</Tag> : <Tag colour="grey">Waiting</Tag>}
            <Link class="fd-rows__main" href={`/desk/registrations/${row.id}`}>
              {row.name}
            </Link>
            <span>{sayAddress(row)}</span>
            <span class="fd-mute">since {shortWhen(row.begunAt, zone, now)}</span>
            <span class="fd-mute">{difficulties(row)}</span>
          </li>
        ))}
      </ul>
      <ScrollRegion label="How accounts were made" class="fd-panel">
        <Table
          caption="How accounts were made"
          captionSize="m"
          head={['How', number('All'), number('Last 28 days'), number('Got in alone'), number('Did something online')]}
          rows={counts.map(({ how, made, madeLately, gotIn, didSomething }) => [
            HOW_WORDS[how],
            number(String(made)),
            number(String(madeLately)),
            number(String(gotIn)),
            number(String(didSomething)),
          ])}
        />
        {counts.length === 0 ? <EmptyState title="No account has been made yet" /> : null}
      </ScrollRegion>
      <HelpFigures figures={help} />
    </DeskPage>
  );
}

function number(text: string) {
  return { text, numeric: true };
}

/** What went wrong for them, as far as we can see it. */
function difficulties({ sends, wrongCodes, followedUpAt }: RegistrationRow): string {
  return [
    sends > 0 ? `asked again ${sends === 1 ? 'once' : `${String(sends)} times`}` : '',
    wrongCodes > 0 ? `${String(wrongCodes)} wrong ${wrongCodes === 1 ? 'code' : 'codes'}` : '',
    followedUpAt ? 'written to' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

interface RegistrationPageProps {
  shell: DeskShell;
  row: RegistrationRow;
  zone: string;
  now: Date;
  hidden: Record<string, string>;
  values: Values;
  errors: Errors;
}

/** Finish it with them: the right address, a fresh link that they open, and how we were with them. */
export function RegistrationPage({ shell, row, zone, now, hidden, values, errors }: RegistrationPageProps) {
  const path = `/desk/registrations/${row.id}`;
  return (
    <DeskPage {...shell} title={row.name} errors={errors}>
      <p class="govuk-body">
        <Link href="/desk/registrations">Registrations</Link>
      </p>
      <h1 class="govuk-heading-l">{row.name}</h1>
      <div class="fd-columns">
        <section class="fd-panel" aria-label="Help them finish">
          <Form action={`${path}/help`} hidden={hidden}>
            <WhereAndHow
              hint="Put it right if it was mistyped. They open the link themselves: you never see it, nor any password."
              values={values}
              errors={errors}
            />
            <Button>Send them a link</Button>
          </Form>
        </section>
        <section class="fd-panel" aria-label="What happened">
          <SummaryList
            class="fd-facts"
            rows={[
              { key: 'Gave', value: sayAddress(row) },
              { key: 'Began', value: shortWhen(row.begunAt, zone, now) },
              { key: 'How', value: HOW_WORDS[row.madeHow] },
              { key: 'Difficulties', value: difficulties(row) || 'None seen' },
            ]}
          />
          <Form action={`${path}/ending`} hidden={hidden} class="fd-buttons">
            <Button look="secondary" name="ending" value="not-wanted">
              They do not want it
            </Button>
            <Button look="secondary" name="ending" value="not-reached">
              I could not reach them
            </Button>
          </Form>
        </section>
      </div>
    </DeskPage>
  );
}
