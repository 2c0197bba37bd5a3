import { english } from '#modules/councils';
import type { ServiceDefinition } from '#modules/services';
import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage, SearchField } from '#ui';
import type { Directory } from '../directory.ts';
import { Point } from './other-ways.page.tsx';
import { ServiceLinks } from './services.page.tsx';

interface SearchPageProps extends PublicShell {
  /** What was typed. */
  words: string;
  services: readonly ServiceDefinition[];
  directory: Directory;
}

/** What somebody may mean by some words; when nothing is near, other words to try and a person to ask. */
export function SearchPage({ words, services, directory, ...shell }: SearchPageProps) {
  const title = words === '' ? 'Search' : `Search: ${words}`;
  return (
    <PublicPage {...shell} title={title} search={false}>
      <h1 class="govuk-heading-xl">Search</h1>
      <SearchField action="/search" label="What do you need?" value={words} />
      {words === '' ? null : <Found words={words} services={services} directory={directory} />}
    </PublicPage>
  );
}

function Found({ words, services, directory }: Pick<SearchPageProps, 'words' | 'services' | 'directory'>) {
  if (services.length === 0) return <NothingFound words={words} directory={directory} />;
  return (
    <>
      <h2 class="govuk-heading-m">
        {services.length === 1 ? 'We found this' : `We found ${services.length} that may help`}
      </h2>
      <ServiceLinks services={services} />
      <p class="govuk-body">
        Not what you need? Try other words, or <Link href="/services">look at all services</Link>.
      </p>
    </>
  );
}

function NothingFound({ words, directory: { config } }: Pick<SearchPageProps, 'words' | 'directory'>) {
  const main = config.contactPoints.get(config.profile.settings.mainContactPoint);
  return (
    <>
      <h2 class="govuk-heading-m">We found nothing for “{words}”</h2>
      <p class="govuk-body">
        Say it in fewer or other words: the thing itself, like “bin”, “road” or “noise”. Or look at:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {config.profile.topics.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={`/services#topic-${slug}`}>{english(name)}</Link>
          </li>
        ))}
      </ul>
      <p class="govuk-body">A person can help you too.</p>
      {main ? <Point point={main} config={config} /> : null}
    </>
  );
}
