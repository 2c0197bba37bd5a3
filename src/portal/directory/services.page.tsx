import { english } from '#modules/councils';
import type { ServiceDefinition } from '#modules/services';
import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage, SearchField } from '#ui';
import type { Directory } from '../directory.ts';

interface ServicesPageProps extends PublicShell {
  directory: Directory;
  services: readonly ServiceDefinition[];
}

/** Everything that the council does, by topic. */
export function ServicesPage({ directory: { config }, services, ...shell }: ServicesPageProps) {
  const topics = config.profile.topics
    .map((topic) => ({ topic, services: services.filter((service) => service.topic === topic.slug) }))
    .filter((one) => one.services.length > 0);
  return (
    <PublicPage {...shell} title="Services" search={false}>
      <h1 class="govuk-heading-xl">Services</h1>
      <SearchField action="/search" label="What do you need?" />
      {topics.map(({ topic, services: ofTopic }) => (
        <section key={topic.slug} aria-labelledby={`topic-${topic.slug}`}>
          <h2 class="govuk-heading-m" id={`topic-${topic.slug}`}>
            {english(topic.name)}
          </h2>
          <ServiceLinks services={ofTopic} />
        </section>
      ))}
    </PublicPage>
  );
}

/** Links to services, each with the line that says what it is. */
export function ServiceLinks({ services }: { services: readonly ServiceDefinition[] }) {
  return (
    <ul class="fd-services">
      {services.map((service) => (
        <li key={service.slug}>
          <Link href={`/services/${service.slug}`} class="fd-services__link">
            {english(service.name)}
          </Link>
          <span class="fd-services__about">{english(service.summary)}</span>
        </li>
      ))}
    </ul>
  );
}
