import type { PublicShell } from '#platform/http/shell';
import { Button, Checkboxes, type Errors, Form, Link, PublicPage } from '#ui';

/** Everything that the council holds of a person, as they can take it along. */
export interface OwnData {
  takenAt: Date;
  details: Record<string, unknown>;
  doNotTell: readonly { topic: string; channel: string }[];
  helpers: readonly { name: string; email: string; scopes: readonly string[]; endsOn: string | null }[];
  formsBegun: readonly { service: string; forWhom: string | null; savedAt: Date; keptUntil: Date }[];
  requests: readonly {
    reference: string;
    title: string;
    openedAt: Date;
    place: string | null;
    whatHappened: readonly { at: Date; text: string }[];
    promises: readonly { what: string; dueAt: Date; outcome: string | null }[];
    ended: { how: string; why: string | null; at: Date } | null;
  }[];
  files: readonly { at: Date; name: string; for: string | null }[];
  messages: readonly { at: Date; by: string; subject: string | null; text: string }[];
}

export function ClosingPage({
  token,
  errors = {},
  ...shell
}: PublicShell & { token: Record<string, string>; errors?: Errors }) {
  return (
    <PublicPage {...shell} title="Your data and your account" search={false} back="/account/security" errors={errors}>
      <h1 class="govuk-heading-l">Your data and your account</h1>
      <h2 class="govuk-heading-m">Take your data</h2>
      <ul class="govuk-list fd-ways">
        <li>
          <Link href="/account/data">Read or print it</Link>
        </li>
        <li>
          <Link href="/account/data.json">Save it as a file for a program (JSON)</Link>
        </li>
      </ul>
      <h2 class="govuk-heading-m">Close your account</h2>
      <p class="govuk-body">
        Nobody can sign in to it any more, and people who help you lose their access. What you asked us for goes on, and
        stays on our record for as long as our rules say. You can make a new account at any time.
      </p>
      <Form action="/account/closing" hidden={token}>
        <Checkboxes name="sure" items={[{ value: 'yes', text: 'I want to close my account' }]} errors={errors} />
        <Button look="warning">Close my account</Button>
      </Form>
    </PublicPage>
  );
}

export function ClosedPage(shell: PublicShell) {
  return (
    <PublicPage {...shell} path="/account" title="Your account is closed">
      <h1 class="govuk-heading-l">Your account is closed</h1>
      <p class="govuk-body">What you asked us for goes on. You can track it with its reference.</p>
      <p class="govuk-body">
        <Link href="/">Go to the home page</Link>
      </p>
    </PublicPage>
  );
}

function FormsBegun({ forms }: { forms: OwnData['formsBegun'] }) {
  if (forms.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Forms you have begun</h2>
      <ul class="govuk-list govuk-list--bullet">
        {forms.map(({ service, savedAt }) => (
          <li key={savedAt.toISOString() + service}>
            {savedAt.toISOString().slice(0, 10)}: {service}
          </li>
        ))}
      </ul>
    </>
  );
}

function FilesSent({ files }: { files: OwnData['files'] }) {
  if (files.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Files that you sent</h2>
      <p class="govuk-body">
        You can save each of them from <Link href="/account/documents">your documents</Link>.
      </p>
      <ul class="govuk-list govuk-list--bullet fd-wrap">
        {files.map(({ at, name }, place) => (
          <li key={`${String(place)} ${name}`}>
            {at.toISOString().slice(0, 10)}: {name}
          </li>
        ))}
      </ul>
    </>
  );
}

const DETAIL_WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  address: 'Address',
  postcode: 'Postcode',
  emailToSignIn: 'Email to sign in',
  mobileToSignIn: 'Mobile to sign in',
};

/** To read and to print. */
export function DataPage({ data, ...shell }: PublicShell & { data: OwnData }) {
  const said = Object.entries(DETAIL_WORDS).filter(([key]) => Boolean(data.details[key]));
  return (
    <PublicPage {...shell} title="Your data" search={false} back="/account/closing">
      <h1 class="govuk-heading-l">Your data</h1>
      <h2 class="govuk-heading-m">You</h2>
      <ul class="govuk-list fd-wrap">
        {said.map(([key, words]) => (
          <li key={key}>
            {words}: {String(data.details[key])}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">What you asked us for</h2>
      {data.requests.length === 0 ? <p class="govuk-body">Nothing yet.</p> : null}
      {data.requests.map(({ reference, title, place, whatHappened }) => (
        <section key={reference}>
          <h3 class="govuk-heading-s">
            {title}, {reference}
          </h3>
          {place ? <p class="govuk-body">{place}</p> : null}
          <ul class="govuk-list govuk-list--bullet">
            {whatHappened.map(({ at, text }) => (
              <li key={at.toISOString() + text}>
                {at.toISOString().slice(0, 10)}: {text}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <FormsBegun forms={data.formsBegun} />
      <FilesSent files={data.files} />
      <h2 class="govuk-heading-m">What we wrote to you</h2>
      {data.messages.length === 0 ? <p class="govuk-body">Nothing yet.</p> : null}
      {data.messages.map(({ at, subject, text }) => (
        <section key={at.toISOString() + text}>
          <h3 class="govuk-heading-s">
            {at.toISOString().slice(0, 10)}: {subject ?? 'Text message'}
          </h3>
          <p class="govuk-body fd-typed fd-wrap">{text}</p>
        </section>
      ))}
    </PublicPage>
  );
}
