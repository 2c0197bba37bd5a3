import type { DeskShell } from '#platform/http/shell';
import { Button, ButtonGroup, DeskPage, type Errors, Form, PasswordInput, TextInput } from '#ui';
import { LEAST_CHARACTERS } from './password.ts';

interface ChangePasswordPageProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  errors: Errors | undefined;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  /** For a password manager, which files the new one under it. */
  email: string;
}

/** One's own password: the old one, the second check, the new one. */
export function ChangePasswordPage(props: ChangePasswordPageProps) {
  const { shell, hidden, errors, hasPassword, hasSecondFactor, email } = props;
  return (
    <DeskPage {...shell} title="Change your password" errors={errors}>
      <h1 class="govuk-heading-l">Change your password</h1>
      {hasPassword ? (
        <Form action="/desk/session/password" hidden={hidden}>
          <input type="text" name="username" autocomplete="username" value={email} hidden />
          <PasswordInput name="current" label="Password now" errors={errors} />
          <PasswordInput
            name="next"
            label="New password"
            hint={`${LEAST_CHARACTERS} characters or more. Three random words work well.`}
            autocomplete="new-password"
            errors={errors}
          />
          {hasSecondFactor ? (
            <TextInput
              name="code"
              label="6-digit code"
              hint="Your authenticator app shows it. A recovery code works too."
              autocomplete="one-time-code"
              spellcheck={false}
              width={10}
              errors={errors}
            />
          ) : null}
          <p class="govuk-body">You stay signed in here. Every other session of yours ends.</p>
          <ButtonGroup>
            <Button>Change password</Button>
            <a class="govuk-link" href="/desk/session">
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      ) : (
        <p class="govuk-body">
          You have no password here: you sign in with your council’s own account, or as somebody of the demonstration.
          Change your password where that account is kept.
        </p>
      )}
    </DeskPage>
  );
}
