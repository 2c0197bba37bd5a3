import { Button, ButtonLink, type CouncilFace, type Errors, Form, PasswordInput, PlainPage } from '#ui';
import type { Invitation } from './invitation.ts';
import { LEAST_CHARACTERS } from './password.ts';

interface InvitationPageProps {
  council: CouncilFace;
  action: string;
  hidden: Record<string, string>;
  invitation: Pick<Invitation, 'name' | 'email' | 'asks' | 'resets'>;
  singleSignOnHref: string | undefined;
  errors?: Errors;
}

/** The page behind a one-time link: how a joiner takes the place up, or somebody locked out comes back. */
export function InvitationPage(props: InvitationPageProps) {
  const { council, invitation, errors } = props;
  const title = invitation.resets ? 'Choose a new password' : `Join ${council.name}`;
  return (
    <PlainPage council={council} title={title} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        This link is for {invitation.name}, {invitation.email}. If that is not you, close this page and tell whoever
        sent it.
      </p>
      {invitation.asks === 'single-sign-on' ? <WorkAccount href={props.singleSignOnHref} /> : <Ask {...props} />}
    </PlainPage>
  );
}

function Ask({ invitation, action, hidden, errors }: InvitationPageProps) {
  const own = invitation.asks === 'own-password';
  return (
    <Form action={action} hidden={hidden}>
      {own ? (
        <p class="govuk-body">
          Your address already signs in to Frontdoor at another council. Enter the password that you use there: it will
          open both.
        </p>
      ) : null}
      {/* Password managers file what follows under this address. */}
      <input type="email" name="email" value={invitation.email} autocomplete="username" readonly hidden />
      <PasswordInput
        name="password"
        label={own ? 'Your password' : 'New password'}
        hint={own ? undefined : `${LEAST_CHARACTERS} characters or more. Three random words work well.`}
        autocomplete={own ? 'current-password' : 'new-password'}
        errors={errors}
      />
      <Button>Continue</Button>
    </Form>
  );
}

function WorkAccount({ href }: { href: string | undefined }) {
  return href === undefined ? (
    <p class="govuk-body">
      Your address is known to Frontdoor at another council, without a password. Ask whoever runs Frontdoor for help.
    </p>
  ) : (
    <>
      <p class="govuk-body">Your work account is your way in: you need no password here.</p>
      <ButtonLink href={href}>Sign in with your work account</ButtonLink>
    </>
  );
}

/** A link that opens nothing any more, in words that say what to do. */
export function InvitationGonePage({ council }: { council: CouncilFace }) {
  return (
    <PlainPage council={council} title="This link no longer works">
      <h1 class="govuk-heading-l">This link no longer works</h1>
      <p class="govuk-body">It works once, for three days, and only until a newer one is made.</p>
      <p class="govuk-body">
        If you have used it already,{' '}
        <a class="govuk-link" href="/desk/sign-in">
          sign in
        </a>
        . If not, ask an administrator of Frontdoor at your council for a new one.
      </p>
    </PlainPage>
  );
}
