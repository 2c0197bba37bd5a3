import {
  type CouncilConfig,
  type HoursLine,
  hoursInWords,
  inLanguage,
  type Language,
  type Words,
} from '#modules/councils';
import { doerSlug } from './applying.ts';
import type { Diversion } from './diversion-schema.ts';
import type { ServiceCatalogue } from './service-catalogue.ts';
import { isReport, isTransaction, type ServiceDefinition } from './service-schema.ts';

/** A service as a page shows it: every slug turned into what it stands for, in one language. */
export interface ServiceView {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly canReport: boolean;
  readonly topic: { slug: string; name: string };
  readonly what: string;
  readonly who: string;
  readonly next: string;
  readonly howLong: string;
  readonly bring: readonly string[];
  readonly sections: readonly { heading: string; text: string }[];
  readonly links: readonly { text: string; href: string }[];
  /** In pence, with what it pays for. */
  readonly fee: { pence: number; for: string } | null;
  readonly owner: { slug: string; name: string; kind: 'team' | 'partner' };
  readonly contact: ContactView;
  /** What is promised, the one that is told first first, each with where its figure comes from. */
  readonly standards: readonly { name: string; words: string; source: string; isOwn: boolean }[];
  readonly diversions: readonly DiversionView[];
}

export interface ContactView {
  readonly name: string;
  readonly channel: string;
  /** The number, address or page; for a counter the building's address. */
  readonly address: string;
  readonly hours: readonly HoursLine[];
  readonly outOfHours: string | null;
}

export interface DiversionView {
  readonly id: string;
  readonly urgency: Diversion['urgency'];
  readonly when: string;
  readonly tell: string;
  readonly phone: string | null;
  readonly link: { text: string; href: string } | null;
  readonly service: { slug: string; name: string } | null;
  readonly mayGoOn: boolean;
}

export interface Directory {
  readonly config: CouncilConfig;
  readonly catalogue: ServiceCatalogue;
}

/** Draw up a service for a page. */
export function serviceView(service: ServiceDefinition, directory: Directory, language: Language = 'en'): ServiceView {
  const say = (words: Words) => inLanguage(words, language);
  return {
    slug: service.slug,
    name: say(service.name),
    summary: say(service.summary),
    canReport: isReport(service),
    topic: topicView(service, directory, say),
    what: say(service.words.what),
    who: say(service.words.who),
    next: say(service.words.next),
    howLong: say(service.words.howLong),
    bring: service.bring.map(say),
    sections: service.sections.map(({ heading, text }) => ({ heading: say(heading), text: say(text) })),
    links: service.links.map(({ text, href }) => ({ text: say(text), href })),
    fee: service.fee && { pence: service.fee.pence, for: say(service.fee.for) },
    owner: ownerView(service, directory, say),
    contact: contactView(service.contact, directory.config, say),
    standards: standardViews(service, directory, say),
    diversions: service.diversions.map((diversion) => diversionView(diversion, directory, say)),
  };
}

type Say = (words: Words) => string;

function topicView({ topic }: ServiceDefinition, { config }: Directory, say: Say): ServiceView['topic'] {
  const found = config.profile.topics.find(({ slug }) => slug === topic);
  return { slug: topic, name: found ? say(found.name) : topic };
}

function ownerView({ owner }: ServiceDefinition, { config }: Directory, say: Say): ServiceView['owner'] {
  const slug = doerSlug(owner);
  const found = config.teams.get(slug) ?? config.partners.get(slug);
  return { slug, name: found ? say(found.name) : slug, kind: 'team' in owner ? 'team' : 'partner' };
}

/** One contact point with its hours, from the one place where both are written (C-33). */
function contactView(slug: string, { contactPoints, calendars, sites }: CouncilConfig, say: Say): ContactView {
  const point = contactPoints.get(slug);
  if (!point) throw new Error(`there is no contact point ${slug}`);
  const site = point.site === undefined ? undefined : sites.get(point.site);
  const hours = calendars.get(point.hours);
  const afterHours = point.outOfHours === undefined ? undefined : contactPoints.get(point.outOfHours);
  return {
    name: say(point.name),
    channel: point.channel,
    address: point.address ?? (site ? [...site.address, site.postcode].join(', ') : ''),
    hours: hours ? hoursInWords(hours) : [],
    outOfHours: afterHours?.address ?? null,
  };
}

function standardViews(service: ServiceDefinition, { catalogue }: Directory, say: Say): ServiceView['standards'] {
  if (!isTransaction(service)) return [];
  const { primary, instead, also } = service.promises;
  const slugs = [primary, ...instead.map(({ standard }) => standard), ...also.map(({ standard }) => standard)];
  return [...new Set(slugs)].flatMap((slug) => {
    const found = catalogue.standards.get(slug)?.standard;
    if (!found) return [];
    const { name, words, source } = found;
    return [{ name: say(name), words: say(words), source: source.text, isOwn: source.kind === 'own' }];
  });
}

function diversionView(diversion: Diversion, { config, catalogue }: Directory, say: Say): DiversionView {
  const { id, urgency, when, tell, link, mayGoOn } = diversion;
  const service = diversion.service === undefined ? undefined : catalogue.services.get(diversion.service)?.service;
  return {
    id,
    urgency,
    when: say(when),
    tell: say(tell),
    phone: phoneOf(diversion, config),
    link: link ? { text: say(link.text), href: link.href } : null,
    service: service ? { slug: service.slug, name: say(service.name) } : null,
    mayGoOn,
  };
}

function phoneOf(
  { phone, contactPoint, partner }: Diversion,
  { contactPoints, partners }: CouncilConfig,
): string | null {
  if (phone !== undefined) return phone;
  if (partner !== undefined) return partners.get(partner)?.phone ?? null;
  const point = contactPoint === undefined ? undefined : contactPoints.get(contactPoint);
  return point?.channel === 'phone' ? (point.address ?? null) : null;
}
