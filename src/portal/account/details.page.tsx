import type { AccountView, Prefill } from '#modules/accounts';
import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, Form, NotificationBanner, PublicPage, SummaryList, TextInput, type Values } from '#ui';
import { formatPhone } from './format-phone.ts';

interface DetailsPageProps extends PublicShell {
  prefill: Prefill;
  view: AccountView;
  isChanged: boolean;
}

const BASE = '/account/details';
const none = <span class="fd-none">Not given</span>;

/** Everything that we use to know and reach the person, with the way to change each. */
export function DetailsPage({ prefill, view, isChanged, ...shell }: DetailsPageProps) {
  const home = [prefill.address, prefill.postcode].filter(Boolean).join(', ');
  const change = (what: string, label: string) => [{ href: `${BASE}/${what}`, text: 'Change', hidden: label }];
  const rows = [
    { key: 'Name', value: prefill.name, actions: change('name', 'your name') },
    { key: 'Address', value: home === '' ? none : home, actions: change('address', 'your address') },
    { key: 'Email', value: view.email ?? none, actions: change('email', 'your email address') },
    {
      key: 'Mobile',
      value: view.mobile ? formatPhone(view.mobile) : none,
      actions: change('mobile', 'your mobile number'),
    },
  ];
  const banner = isChanged ? (
    <NotificationBanner success>
      Changed. All our services use it now: you do not have to tell anybody else.
    </NotificationBanner>
  ) : null;
  return (
    <PublicPage {...shell} title="Your details" search={false} back="/account" banners={banner}>
      <h1 class="govuk-heading-l">Your details</h1>
      <p class="govuk-body">Change something once, and all our services know it.</p>
      <SummaryList rows={rows} class="fd-break" />
    </PublicPage>
  );
}

interface OneFactProps extends PublicShell {
  token: Record<string, string>;
  values: Values;
  errors?: Errors;
}

export function OwnNamePage({ token, values, errors, ...shell }: OneFactProps) {
  return (
    <PublicPage {...shell} title="Change your name" search={false} back={BASE} errors={errors}>
      <h1 class="govuk-heading-l">Change your name</h1>
      <Form action={`${BASE}/name`} hidden={token}>
        <TextInput
          name="name"
          label="Your name"
          autocomplete="name"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <Button>Save</Button>
      </Form>
    </PublicPage>
  );
}

export function HomeAddressPage({ token, values, errors, ...shell }: OneFactProps) {
  return (
    <PublicPage {...shell} title="Change your address" search={false} back={BASE} errors={errors}>
      <h1 class="govuk-heading-l">Change your address</h1>
      <p class="govuk-body">
        This tells our services where you live now. If you pay council tax, tell us about your move as well: dates and
        bills depend on it.
      </p>
      <Form action={`${BASE}/address`} hidden={token}>
        <TextInput
          name="address"
          label="House number or name, and street"
          autocomplete="street-address"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <TextInput
          name="postcode"
          label="Postcode"
          width={10}
          autocomplete="postal-code"
          values={values}
          errors={errors}
        />
        <Button>Save</Button>
      </Form>
    </PublicPage>
  );
}

interface NewAddressPageProps extends OneFactProps {
  kind: 'email' | 'mobile';
}

/** A new email address or mobile: a code proves it, then it replaces the old one. */
export function NewAddressPage({ kind, token, values, errors, ...shell }: NewAddressPageProps) {
  const [title, label] = NEW_WORDS[kind];
  return (
    <PublicPage {...shell} title={title} search={false} back={BASE} errors={errors}>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form action={`${BASE}/${kind}`} hidden={token}>
        <TextInput
          name="address"
          label={label}
          hint="We send a code there. Until you type it, nothing changes."
          type={kind === 'email' ? 'email' : 'tel'}
          autocomplete={kind === 'email' ? 'email' : 'tel'}
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <Button>Send the code</Button>
      </Form>
    </PublicPage>
  );
}

const NEW_WORDS = {
  email: ['Change your email address', 'Your new email address'],
  mobile: ['Change your mobile number', 'Your new mobile number'],
} as const;
