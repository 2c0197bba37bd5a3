import type { FastifyRequest } from 'fastify';
import { readForm } from '#platform/http/read-form';
import { CSRF_FIELD } from '#platform/http/shell';
import { Button, type CouncilFace, Form, InsetText, PasswordInput, PlainPage, TextInput } from '#ui';

export type HeldReason = 'expired' | 'signed-out' | 'too-many' | 'away';

interface HeldForm {
  action: string;
  /** Every field as it was sent, in order. */
  fields: [name: string, value: string][];
  /** Names of those that are asked for again instead of being printed into a page. */
  secrets: string[];
  hadFiles: boolean;
}

/**
 * What was typed into a form that could not be taken, to be sent again with one press; null where there is nothing to
 * hold, or where the form came from another site: there the press would do what that site wants.
 */
export function heldForm(request: FastifyRequest): HeldForm | null {
  if (request.method !== 'POST' || !isFromHere(request)) return null;
  const form = readForm(request);
  const named = Object.entries(form.fields).filter(([name]) => name !== CSRF_FIELD);
  if (named.length === 0) return null;
  return {
    action: request.url,
    fields: named
      .filter(([name]) => !isSecret(name))
      .flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
    secrets: named.map(([name]) => name).filter(isSecret),
    hadFiles: form.files.length > 0,
  };
}

// Browsers name the origin of every POST; the oldest ones name at least the page that it came from.
function isFromHere({ headers, host }: FastifyRequest): boolean {
  if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
  const from = headers.origin ?? headers.referer;
  return from !== undefined && URL.canParse(from) && new URL(from).host === host;
}

function isSecret(name: string): boolean {
  return /password|^code$/.test(name);
}

interface ExpiredFormPageProps {
  council: CouncilFace;
  reason: HeldReason;
  /** What to do, where the reason has words of its own: "Wait 3 minutes, then try again." */
  detail?: string | undefined;
  form: HeldForm;
  token: Record<string, string>;
}

const TITLES: Record<HeldReason, string> = {
  expired: 'Your page had been open for a long time',
  'signed-out': 'You have been signed out',
  'too-many': 'This form has been sent many times',
  away: 'The service is not available right now',
};

const WHAT_TO_DO: Record<HeldReason, string> = {
  expired: 'To keep you safe we did not take the form yet.',
  'signed-out': 'To keep you safe we did not take the form yet.',
  'too-many': 'Wait a minute, then send it again.',
  away: 'Keep this page open, wait a minute, then send the form again.',
};

/** A form that was not taken, held with all that was typed. One press sends it again, with a fresh token. */
export function ExpiredFormPage({ council, reason, detail, form, token }: ExpiredFormPageProps) {
  return (
    <PlainPage council={council} title={TITLES[reason]}>
      <h1 class="govuk-heading-l">{TITLES[reason]}</h1>
      <p class="govuk-body">{detail ?? WHAT_TO_DO[reason]} Nothing that you typed is lost.</p>
      {reason === 'signed-out' ? (
        <p class="govuk-body">
          First{' '}
          <a class="govuk-link" href="/desk/sign-in" target="_blank" rel="noopener">
            sign in again (opens in a new tab)
          </a>
          . Then come back to this page and send the form.
        </p>
      ) : null}
      {form.hadFiles ? (
        <InsetText>We could not keep your photos or files. You can add them again later.</InsetText>
      ) : null}
      <Form action={form.action} hidden={token}>
        {form.fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        {form.secrets.map((name) =>
          name === 'code' ? (
            <TextInput key={name} name={name} label="Your code again" autocomplete="one-time-code" width={10} />
          ) : (
            <PasswordInput key={name} name={name} label="Your password again" />
          ),
        )}
        <Button>Send it again</Button>
      </Form>
    </PlainPage>
  );
}
