import { beforeAll, describe, expect, test } from 'vitest';
import type { Words } from '#modules/councils';
import {
  type ApplicationService,
  isApplication,
  isReport,
  isTransaction,
  questionsOf,
  type ServiceDefinition,
} from '#modules/services';
import { readDemonstrationFolder } from '#test/council-check';
import { readingGrade } from '#test/reading-grade';
import type { Council } from './council.ts';

let estuary: Council;
beforeAll(async () => {
  estuary = await readDemonstrationFolder();
});

/** The public words of a service, as a resident reads them down the page. */
function publicWords(service: ServiceDefinition): string {
  const page = [service.summary, ...Object.values(service.words), ...service.sections.map(({ text }) => text)];
  const asked = isTransaction(service)
    ? questionsOf(service).flatMap(({ hint, why }) => [hint ?? [], why ?? []].flat())
    : [];
  const told = isApplication(service) ? applicationWords(service) : [];
  const diverted = service.diversions.flatMap(({ when, tell }) => [{ en: `${when.en}.` }, tell]);
  return [...page, ...asked, ...told, ...diverted].map(({ en }) => en).join(' ');
}

/** What an application says besides: its results, what must be shown and why, how a decision is reasoned and challenged. */
function applicationWords({ outcomes, evidence, decision }: ApplicationService): Words[] {
  const reasons = decision ? [...decision.reasons.map(({ words }) => words), decision.challenge.words] : [];
  return [...outcomes.flatMap(({ reason }) => reason), ...evidence.map(({ why }) => why), ...reasons];
}

describe('the words of the demonstration council are plain', () => {
  test('each service can be read at the age of twelve', () => {
    const hard = estuary.services
      .map((service) => ({ slug: service.slug, grade: readingGrade(publicWords(service)) }))
      .filter(({ grade }) => grade > 7);
    expect(hard).toEqual([]);
  });

  test('each message can be read at the age of twelve', () => {
    const hard = estuary.templates
      .map(({ slug, body }) => ({ slug, grade: readingGrade(body.replace(/\{\{\w+\}\}/g, 'this')) }))
      .filter(({ grade }) => grade > 7);
    expect(hard).toEqual([]);
  });

  test('no word that people have to look up is used', () => {
    const jargon =
      /\b(utili[sz]e|facilitate|in order to|prior to|commence|terminate|regarding|stakeholder|service user|ensure|assist|leverage|deliver)\b/i;
    const found = estuary.services.flatMap((service) => {
      const word = jargon.exec(publicWords(service))?.[0];
      return word === undefined ? [] : [`${service.slug}: ${word}`];
    });
    expect(found).toEqual([]);
  });
});

describe('the demonstration council is honest', () => {
  test('no figure of its own passes for law', () => {
    const claimed = estuary.standards.filter(({ source }) => source.kind === 'law' || source.kind === 'code');
    expect(claimed.filter(({ source }) => source.url === undefined).map(({ slug }) => slug)).toEqual([]);
    const own = estuary.standards.filter(({ source }) => source.kind === 'own');
    expect(own.every(({ source }) => source.text === "Estuary's own")).toBe(true);
  });

  test('its phone numbers are those that Ofcom keeps free, or national ones that are given in a diversion', () => {
    const numbers = [
      ...estuary.contactPoints.flatMap(({ channel, address }) => (channel === 'phone' ? [address] : [])),
    ];
    expect(numbers.every((number) => number?.startsWith('0306 999 0'))).toBe(true);
  });

  test('homelessness, safeguarding, complaints and information are never online only', () => {
    const slugs = ['homelessness', 'adult-social-care', 'complaints', 'freedom-of-information', 'no-water'];
    for (const slug of slugs) {
      const channels = estuary.services.find((service) => service.slug === slug)?.channels;
      expect(channels, slug).toEqual(expect.arrayContaining(['phone', 'counter', 'letter']));
    }
  });

  test('only matters of public places are public', () => {
    const shown = estuary.services.filter(isReport).filter(({ visibility }) => visibility === 'public');
    expect(shown.map(({ slug }) => slug)).toEqual([
      'abandoned-trolley',
      'blocked-drain',
      'fly-tipping',
      'graffiti',
      'overgrown-hedge',
      'pothole',
      'street-cleaning',
      'street-furniture',
      'street-light',
      'street-sign',
    ]);
  });
});
