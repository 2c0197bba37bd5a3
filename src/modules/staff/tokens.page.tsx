import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  ButtonGroup,
  CountedHeading,
  DeskPage,
  EmptyState,
  type Errors,
  Form,
  InsetText,
  Radios,
  SummaryList,
  Table,
  Tag,
  TextInput,
  type Values,
} from '#ui';
import { MACHINE_ROLES, type MachineRole } from './actor.ts';
import { AdminLinks } from './staff-admin.page.tsx';
import type { TokenRow } from './token-list.ts';

interface Common {
  shell: DeskShell;
  hidden: Record<string, string>;
  zone: string;
}

interface TokensPageProps extends Common {
  rows: readonly TokenRow[];
  values?: Values | undefined;
  errors?: Errors | undefined;
  /** One that was made just now. It is shown this once. */
  made?: { name: string; token: string } | undefined;
}

const ROLE_WORDS: Readonly<Record<MachineRole, { text: string; hint: string }>> = {
  'api-read': { text: 'Read', hint: 'Customers, contacts, cases and jobs. Every look at a person is in the audit.' },
  'api-write': { text: 'Read and write', hint: 'Also reports, ends and changes cases, and says what became of jobs.' },
  open311: { text: 'Open311', hint: 'Public services only: reads and sends requests and their updates.' },
};

/** The programs that may come in, and the form for another. */
export function TokensPage({ shell, hidden, zone, rows, values, errors, made }: TokensPageProps) {
  return (
    <DeskPage {...shell} title="Programs" errors={errors}>
      <AdminLinks />
      <CountedHeading level={1} count={rows.length}>
        Programs
      </CountedHeading>
      {made ? (
        <InsetText>
          Give this token to {made.name} now. Only its hash is kept, so nobody can show it again.
          <br />
          <code class="fd-key">{made.token}</code>
        </InsetText>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title="No program comes in with a token yet" />
      ) : (
        <div class="fd-scroll">
          <Table
            head={['Program', 'May', 'State', 'Last used', 'Ends', 'Made']}
            firstCellIsHeader
            rows={rows.map((token) => [
              <a class="govuk-link" href={`/desk/admin/tokens/${token.id}`}>
                {token.name}
              </a>,
              roleWords(token.role),
              <StateTag state={token.state} />,
              token.lastUsedAt ? when(token.lastUsedAt, zone) : 'Never',
              token.expiresAt ? lastDay(token.expiresAt, zone) : 'When revoked',
              `${day(token.madeAt, zone)} by ${token.madeBy}`,
            ])}
          />
        </div>
      )}
      <NewToken hidden={hidden} values={values} errors={errors} />
    </DeskPage>
  );
}

function NewToken({ hidden, values, errors }: Pick<TokensPageProps, 'hidden' | 'values' | 'errors'>) {
  return (
    <>
      <h2 class="govuk-heading-m">Make a token</h2>
      <Form action="/desk/admin/tokens" hidden={hidden}>
        <TextInput
          name="name"
          label="Who or what will use it"
          hint="Such as FixMyStreet or the crews’ system. The audit shows it."
          width="one-half"
          values={values}
          errors={errors}
        />
        <Radios
          name="role"
          legend="What it may do"
          small
          items={MACHINE_ROLES.map((role) => ({ value: role, ...ROLE_WORDS[role] }))}
          values={values}
          errors={errors}
        />
        <TextInput
          name="expires"
          type="date"
          label="Last day"
          hint="Leave it empty for one that is good until it is revoked."
          width={10}
          values={values}
          errors={errors}
        />
        <Button>Make and show it once</Button>
      </Form>
    </>
  );
}

/** One token, and the end of it. */
export function TokenPage({ shell, hidden, zone, token }: Common & { token: TokenRow }) {
  return (
    <DeskPage {...shell} title={token.name}>
      <AdminLinks />
      <h1 class="govuk-heading-l">
        {token.name} <StateTag state={token.state} />
      </h1>
      <SummaryList
        rows={[
          { key: 'May', value: roleWords(token.role) },
          { key: 'Made', value: `${when(token.madeAt, zone)} by ${token.madeBy}` },
          { key: 'Last used', value: token.lastUsedAt ? when(token.lastUsedAt, zone) : 'Never' },
          { key: 'Ends', value: token.expiresAt ? `After ${lastDay(token.expiresAt, zone)}` : 'When it is revoked' },
          ...(token.revokedAt ? [{ key: 'Revoked', value: when(token.revokedAt, zone) }] : []),
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/desk/admin/audit?about=${token.id}`}>
          What the audit says about this token
        </a>
      </p>
      {token.state === 'revoked' ? null : (
        <Form action={`/desk/admin/tokens/${token.id}/revocation`} hidden={hidden}>
          <p class="govuk-body">
            {token.name} is shut out from its next request on. This cannot be undone; a new token can be made.
          </p>
          <ButtonGroup>
            <Button look="warning">Revoke this token</Button>
            <a class="govuk-link" href="/desk/admin/tokens">
              Back to the list
            </a>
          </ButtonGroup>
        </Form>
      )}
    </DeskPage>
  );
}

function StateTag({ state }: Pick<TokenRow, 'state'>) {
  if (state === 'revoked') return <Tag colour="grey">Revoked</Tag>;
  return state === 'expired' ? <Tag colour="yellow">Expired</Tag> : <Tag colour="green">In force</Tag>;
}

function roleWords(role: string): string {
  return MACHINE_ROLES.some((one) => one === role) ? ROLE_WORDS[role as MachineRole].text : role;
}

function day(at: Date, timeZone: string): string {
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone });
}

function when(at: Date, timeZone: string): string {
  return `${day(at, timeZone)}, ${at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })}`;
}

/** A token ends with the midnight after its last day. */
function lastDay(expiresAt: Date, zone: string): string {
  return day(new Date(expiresAt.getTime() - 1), zone);
}
