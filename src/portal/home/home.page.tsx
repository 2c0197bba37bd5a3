import { english } from '#modules/councils';
import { isApplication, isReport, type ServiceDefinition } from '#modules/services';
import type { PublicShell } from '#platform/http/shell';
import { Button, Card, Form, Hero, Link, PublicPage, SearchField, TextInput, Tiles } from '#ui';
import type { Directory } from '../directory.ts';

interface HomePageProps extends PublicShell {
  directory: Directory;
  services: readonly ServiceDefinition[];
  token: Record<string, string>;
}

/** How can we help? Only what has something behind it. */
export function HomePage({ directory, services, token, ...shell }: HomePageProps) {
  const { config } = directory;
  const reports = services.filter(isReport);
  const applications = services.filter(isApplication);
  const topics = config.profile.topics.filter(({ slug }) => services.some(({ topic }) => topic === slug));
  return (
    <PublicPage {...shell} title="How can we help?" search={false} wide>
      <Hero>
        <h1 class="govuk-heading-xl">How can we help?</h1>
        <SearchField action="/search" label="What do you need?" button="Find" />
        <p class="govuk-body fd-hero__hint">For example: missed bin, rats in garden, hole in the road</p>
      </Hero>
      <div class="fd-columns">
        <NearYou token={token} />
        <TrackIt token={token} />
      </div>
      <h2 class="govuk-heading-l">Report a problem</h2>
      <Tiles
        items={reports.map(({ slug, name, summary }) => ({
          title: english(name),
          href: `/services/${slug}`,
          text: english(summary),
        }))}
      />
      {applications.length > 0 ? (
        <>
          <h2 class="govuk-heading-l">Apply or tell us</h2>
          <Tiles
            items={applications.map(({ slug, name, summary }) => ({
              title: english(name),
              href: `/services/${slug}`,
              text: english(summary),
            }))}
          />
        </>
      ) : null}
      <h2 class="govuk-heading-l">Find a service</h2>
      <ul class="fd-topics">
        {topics.map(({ slug, name, about }) => (
          <li key={slug}>
            <Link href={`/services#topic-${slug}`} class="fd-topics__link">
              {english(name)}
            </Link>
            <span class="fd-services__about">{english(about)}</span>
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

function NearYou({ token }: Pick<HomePageProps, 'token'>) {
  return (
    <Card>
      <h2 class="govuk-heading-m">Your bins and your street</h2>
      <Form action="/near-you" hidden={token}>
        <TextInput
          name="postcode"
          label="Postcode"
          hint="Your next bin days, and what others have reported near you"
          width={10}
          autocomplete="postal-code"
        />
        <Button look="secondary">Show</Button>
      </Form>
    </Card>
  );
}

function TrackIt({ token }: Pick<HomePageProps, 'token'>) {
  return (
    <Card>
      <h2 class="govuk-heading-m">Track a report</h2>
      <Form action="/track" hidden={token}>
        <TextInput
          name="reference"
          label="Reference"
          hint="Eight letters and numbers, such as K7M3-QX9T"
          width={10}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Button look="secondary">Track</Button>
      </Form>
    </Card>
  );
}
