import type { PublicShell } from '#platform/http/shell';
import { Button, Form, Link, PublicPage, TextInput } from '#ui';

interface TrackFormPageProps extends PublicShell {
  token: Record<string, string>;
  typed?: string;
  error?: string;
}

/** Enter a reference. */
export function TrackFormPage({ token, typed = '', error, ...shell }: TrackFormPageProps) {
  const errors = error === undefined ? {} : { reference: error };
  return (
    <PublicPage {...shell} title="Track a report" errors={errors}>
      <Form action="/track" hidden={token}>
        <TextInput
          name="reference"
          label={{ text: 'What is your reference?', size: 'l', isPageHeading: true }}
          hint="Eight letters and numbers, such as K7M3-QX9T"
          width={10}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          values={{ reference: typed }}
          errors={errors}
        />
        <Button>Track</Button>
      </Form>
      <p class="govuk-body">
        Lost it? <Link href="/contact">Contact us</Link>, and we find your report by your name and address.
      </p>
    </PublicPage>
  );
}
