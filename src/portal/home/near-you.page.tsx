import type { NearbyCase } from '#modules/cases';
import { english } from '#modules/councils';
import { type AddressView, ATTRIBUTIONS, type NextCollections } from '#modules/places';
import type { PublicShell } from '#platform/http/shell';
import { Button, Form, Link, PublicPage, Select, Table, TextInput } from '#ui';
import { Attribution } from '../attribution.page.tsx';
import type { Directory } from '../directory.ts';
import { NearbyList } from '../nearby-list.page.tsx';
import { sayDate } from '../say-when.ts';

/** What is known around a postcode, and of one address in it when one was chosen. */
export interface NearYou {
  typed: string;
  error?: string;
  directory: Directory;
  addresses: readonly AddressView[];
  home: AddressView | undefined;
  collections: readonly NextCollections[];
  cases: readonly NearbyCase[];
  elsewhere: { name: string; site: string | undefined } | undefined;
}

interface NearYouPageProps extends PublicShell {
  near: NearYou;
  token: Record<string, string>;
}

/** Your bins and your street. */
export function NearYouPage({ near, token, ...shell }: NearYouPageProps) {
  const { typed, error, elsewhere } = near;
  const errors = error === undefined ? {} : { postcode: error };
  return (
    <PublicPage {...shell} title="Your bins and your street" back="/" errors={errors}>
      <h1 class="govuk-heading-xl">Your bins and your street</h1>
      {error === undefined && !elsewhere ? <Found near={near} token={token} /> : null}
      {elsewhere ? <Elsewhere typed={typed} elsewhere={elsewhere} /> : null}
      <h2 class="govuk-heading-m">{error === undefined ? 'Another postcode' : 'Which postcode?'}</h2>
      <Form action="/near-you" hidden={token}>
        <TextInput
          name="postcode"
          label="Postcode"
          width={10}
          autocomplete="postal-code"
          values={error === undefined ? {} : { postcode: typed }}
          errors={errors}
        />
        <Button look="secondary">Show</Button>
      </Form>
    </PublicPage>
  );
}

function Elsewhere({
  typed,
  elsewhere: { name, site },
}: {
  typed: string;
  elsewhere: NonNullable<NearYou['elsewhere']>;
}) {
  return (
    <p class="govuk-body-l">
      {typed} is in the area of {site ? <Link href={site}>{name}</Link> : name}. They collect the bins and look after
      the streets there.
    </p>
  );
}

function Found({ near, token }: Pick<NearYouPageProps, 'near' | 'token'>) {
  const { typed, home, cases, directory } = near;
  return (
    <>
      <h2 class="govuk-heading-m">Bin days</h2>
      {home ? <BinDays near={near} home={home} /> : <ChooseHome near={near} token={token} />}
      <h2 class="govuk-heading-m">Open reports within 500 metres of {typed}</h2>
      {cases.length > 0 ? (
        <NearbyList cases={cases} zone={directory.config.profile.zone} />
      ) : (
        <p class="govuk-body">
          There are none. <Link href="/services">Report a problem</Link> if you see one.
        </p>
      )}
      <Attribution of={ATTRIBUTIONS.postcodes} />
    </>
  );
}

function ChooseHome({ near: { addresses, typed }, token }: Pick<NearYouPageProps, 'near' | 'token'>) {
  if (addresses.length === 0) {
    return (
      <p class="govuk-body">
        We have no addresses for {typed} in our list. <Link href="/contact">Ask us</Link>, and we tell you the days.
      </p>
    );
  }
  return (
    <Form action="/near-you" hidden={{ ...token, postcode: typed }}>
      <Select
        name="uprn"
        label="Choose your address"
        items={addresses.map(({ uprn, line }) => ({ value: String(uprn), text: line }))}
      />
      <Button>Show bin days</Button>
    </Form>
  );
}

function BinDays({ near: { collections, directory }, home }: { near: NearYou; home: AddressView }) {
  const { containers } = directory.config;
  const sorted = [...collections].sort((a, b) => ((a.dates[0]?.on ?? '~') < (b.dates[0]?.on ?? '~') ? -1 : 1));
  return (
    <>
      <p class="govuk-body">
        {home.line}, {home.postcode}
      </p>
      <Table
        head={['What', 'Next', 'Then']}
        rows={sorted.map(({ container, dates, assisted }) => [
          nameOf(containers.get(container), assisted),
          dates[0] ? sayDate(dates[0].on) : 'No date yet',
          dates[1] ? sayDate(dates[1].on) : '',
        ])}
        firstCellIsHeader
      />
      <p class="govuk-body">
        Put it out by {sorted[0]?.round.outBy === '06:00' ? '6am' : (sorted[0]?.round.outBy ?? '6am')}.{' '}
        <Link href="/services/missed-bin">Tell us about a missed bin</Link>
      </p>
      {sorted.length > 0 ? (
        <p class="govuk-body">
          <Link href={`/bin-days/${home.uprn}`}>All days of the next weeks, for your calendar too</Link>
        </p>
      ) : null}
      {home.isInvented ? <p class="govuk-body-s">This address is made up. Its postcode is real.</p> : null}
    </>
  );
}

function nameOf(container: { name: { en: string } } | undefined, assisted: boolean): string {
  const name = container ? english(container.name) : 'Bin';
  return assisted ? `${name} (we collect it from your door)` : name;
}
