import type { GrantScope, HelpedView, HelperView, OpenInvitation } from '#modules/accounts';
import type { PublicShell } from '#platform/http/shell';
import {
  Button,
  ButtonLink,
  Checkboxes,
  type Errors,
  Form,
  Link,
  PublicPage,
  Radios,
  Tag,
  TextInput,
  type Values,
} from '#ui';
import { sayDate } from '../say-when.ts';
import { InviteeFields } from './invitee-fields.tsx';
import { SendInvitationAgain } from './send-invitation-again.tsx';

export const SCOPE_WORDS: Readonly<Record<GrantScope, string>> = {
  see: 'see how your requests are going',
  ask: 'ask us for things in your name',
  messages: 'get what we write to you about your requests',
};
const KIND_WORDS = [
  { value: 'relative', text: 'A relative or friend' },
  { value: 'landlord', text: 'My landlord' },
  { value: 'organisation', text: 'An organisation, such as an advice centre' },
  { value: 'other', text: 'Somebody else' },
];

interface PeoplePageProps extends PublicShell {
  token: Record<string, string>;
  helpers: readonly HelperView[];
  helped: readonly HelpedView[];
  errors?: Errors;
}

/** Who helps the person, and whom they help: granted and taken back here, by those helped. */
export function PeoplePage({ token, helpers, helped, errors = {}, ...shell }: PeoplePageProps) {
  return (
    <PublicPage {...shell} title="People who help you" search={false} back="/account" errors={errors}>
      <h1 class="govuk-heading-l">People who help you</h1>
      <p class="govuk-body">
        Somebody can help you with the council from an account of their own. You say what they may do, and you can take
        it back at any time. It stops at once.
      </p>
      {helpers.length === 0 ? <p class="govuk-body">Nobody helps you yet.</p> : null}
      <ul class="fd-account-cases">
        {helpers.map((helper) => (
          <Helper key={helper.id} helper={helper} token={token} />
        ))}
      </ul>
      <ButtonLink look="secondary" href="/account/people/invite">
        Ask somebody to help
      </ButtonLink>
      {helped.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">People whom you help</h2>
          <ul class="fd-account-cases">
            {helped.map(({ grantId, name, endsOn }) => (
              <li key={grantId} class="fd-account-cases__item">
                <p class="fd-account-cases__head">
                  <Link href={`/account/for/${grantId}`}>{name}</Link>
                </p>
                {endsOn ? <p class="fd-mute">Until {sayDate(endsOn)}</p> : null}
                <Form action={`/account/people/${grantId}/leaving`} hidden={token}>
                  <Button look="secondary">Stop helping {name}</Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </PublicPage>
  );
}

function Helper({ helper, token }: { helper: HelperView; token: Record<string, string> }) {
  const { id, name, email, scopes, endsOn, acceptedAt } = helper;
  const path = `/account/people/${id}`;
  return (
    <li class="fd-account-cases__item">
      <p class="fd-account-cases__head">
        {name} {acceptedAt ? <Tag colour="green">Helps you</Tag> : <Tag colour="yellow">Not answered yet</Tag>}
      </p>
      <p class="govuk-body fd-wrap">
        May {scopes.map((scope) => SCOPE_WORDS[scope as GrantScope]).join(', ')}
        {endsOn ? `, until ${sayDate(endsOn)}` : ''}.
      </p>
      {acceptedAt ? null : <SendInvitationAgain of={{ id, name, email }} path={path} token={token} />}
      <Form action={`${path}/withdrawal`} hidden={token}>
        <Button look="warning">{acceptedAt ? `Stop ${name} helping` : 'Take the invitation back'}</Button>
      </Form>
    </li>
  );
}

interface InvitePageProps extends PublicShell {
  token: Record<string, string>;
  values: Values;
  errors?: Errors;
}

export function InvitePage({ token, values, errors, ...shell }: InvitePageProps) {
  const fields = { values, errors };
  return (
    <PublicPage {...shell} title="Ask somebody to help" search={false} back="/account/people" errors={errors}>
      <h1 class="govuk-heading-l">Ask somebody to help</h1>
      <Form action="/account/people/invite" hidden={token}>
        <InviteeFields {...fields} />
        <Radios name="kind" legend="Who are they to you?" items={KIND_WORDS} {...fields} />
        <Checkboxes
          name="scopes"
          legend="What may they do?"
          items={Object.entries(SCOPE_WORDS).map(([value, text]) => ({
            value,
            text: `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
          }))}
          {...fields}
        />
        <TextInput
          name="endsOn"
          label="Until when? (optional)"
          hint="The last day, such as 31 12 2026. Leave it empty if you want to say so later."
          width={10}
          {...fields}
        />
        <Button>Send the invitation</Button>
      </Form>
    </PublicPage>
  );
}

interface InvitationPageProps extends PublicShell {
  token: Record<string, string>;
  action: string;
  invitation: OpenInvitation;
}

/** What saying yes means, before it is said. */
export function InvitationPage({ token, action, invitation, ...shell }: InvitationPageProps) {
  const { from, kind, scopes, endsOn } = invitation;
  const isOrganisation = kind === 'owner' || kind === 'user';
  return (
    <PublicPage {...shell} path="/account" title={`Help ${from}`} search={false}>
      <h1 class="govuk-heading-l">{isOrganisation ? `Act for ${from}?` : `${from} asks you to help`}</h1>
      <p class="govuk-body">You would be able to, for {from}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {scopes.map((scope) => (
          <li key={scope}>{SCOPE_WORDS[scope as GrantScope].replace(/your/g, 'their').replace('to you', 'to them')}</li>
        ))}
        {kind === 'owner' ? <li>say who else acts for it</li> : null}
      </ul>
      <p class="govuk-body">
        {endsOn ? `Until ${sayDate(endsOn)}.` : 'Until one of you stops it.'} They never see your own account.
      </p>
      <Form action={action} hidden={token} class="govuk-button-group">
        <Button name="answer" value="yes">
          {isOrganisation ? 'Yes, I act for it' : 'Yes, I help'}
        </Button>
        <Button look="secondary" name="answer" value="no">
          No
        </Button>
      </Form>
    </PublicPage>
  );
}

/** Why an invitation does nothing here, and what to do about it. */
export function InvitationProblemPage({ what, ...shell }: PublicShell & { what: 'gone' | 'own' | 'other-address' }) {
  const words = {
    gone: 'This invitation was answered, taken back, or is older than 14 days. Ask whoever sent it for another one.',
    own: 'This is your own invitation: the person whom you asked has to open it. Sign out if you want to open it as somebody else.',
    'other-address':
      'This invitation was sent to another email address than that of your account. Sign in with that address, or ask them to send it to yours.',
  }[what];
  return (
    <PublicPage {...shell} path="/account" title="This invitation cannot be used here" search={false}>
      <h1 class="govuk-heading-l">This invitation cannot be used here</h1>
      <p class="govuk-body">{words}</p>
      <p class="govuk-body">
        <Link href="/account">Go to your account</Link>
      </p>
    </PublicPage>
  );
}
