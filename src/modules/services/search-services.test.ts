import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDemonstrationFolder } from '#test/council-check';
import { searchServices } from './search-services.ts';
import type { ServiceDefinition } from './service-schema.ts';

let services: readonly ServiceDefinition[];
beforeAll(async () => {
  services = (await readDemonstrationFolder()).services;
});

const found = (words: string) => searchServices(services, words).map(({ service }) => service.slug);

describe('what people type finds what they mean first', () => {
  test.each([
    ['rats in garden', 'pest-control'],
    ['there is a rat in my garden', 'pest-control'],
    ['pothole', 'pothole'],
    ['pot hole', 'pothole'],
    ['pothol', 'pothole'],
    ['potholes on my road', 'pothole'],
    ['my bin was not collected', 'missed-bin'],
    ['missed bin', 'missed-bin'],
    ['bins not emptied', 'missed-bin'],
    ['sofa dumped in alley', 'fly-tipping'],
    ['flytiping', 'fly-tipping'],
    ['mattress', 'bulky-waste'],
    ['get rid of a sofa', 'bulky-waste'],
    ['street lamp out', 'street-light'],
    ['lampost', 'street-light'],
    ['no water', 'no-water'],
    ['taps not working', 'no-water'],
    ['loud music next door', 'noise'],
    ['neighbours noise', 'noise'],
    ['dog barking all night', 'noise'],
    ['dog poo', 'street-cleaning'],
    ['swastika', 'graffiti'],
    ['grafitti', 'graffiti'],
    ['abandonned car', 'abandoned-vehicle'],
    ['car with no tax', 'abandoned-vehicle'],
    ['council tax', 'council-tax'],
    ['counsil tax', 'council-tax'],
    ['single person discount', 'council-tax-single-person-discount'],
    ['help paying rent', 'housing-benefit'],
    ['blue badge', 'blue-badge'],
    ['disabled parking', 'blue-badge'],
    ['object to planning', 'planning-application'],
    ['renew library books', 'libraries'],
    ['register a death', 'registrars'],
    ['birth certifcate', 'registrars'],
    ['apply for primary school', 'school-admissions'],
    ['visitor parking permit', 'parking-permits'],
    ['mum needs carer', 'adult-social-care'],
    ['being evicted', 'homelessness'],
    ['homeles', 'homelessness'],
    ['complaint', 'complaints'],
    ['foi', 'freedom-of-information'],
    ['lower the kerb', 'dropped-kerb'],
    ['grow vegetables', 'allotments'],
    ['postal vote', 'electoral-register'],
    ['what day is my bin', 'garden-waste'],
    ['mum died', 'somebody-has-died'],
    ['my mother passed away', 'somebody-has-died'],
    ['my dad has passed away', 'somebody-has-died'],
    ['council tax dead', 'somebody-has-died'],
    ['bereavement', 'somebody-has-died'],
  ])('%s', (words, slug) => {
    expect(found(words)[0]).toBe(slug);
  });
});

test('capitals, accents and signs make no difference', () => {
  expect(found('  POTHOLE!!! ')).toEqual(found('pothole'));
  expect(found("neighbour's noise")[0]).toBe('noise');
  expect(found('Pöthole')[0]).toBe('pothole');
});

test('words that are in no service find none', () => {
  expect(found('quantum chromodynamics')).toEqual([]);
  expect(found('')).toEqual([]);
  expect(found('the and of')).toEqual([]);
});

test('whatever is typed, the answer is a ranking of services without doubles', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (words) => {
      const results = searchServices(services, words);
      const slugs = results.map(({ service }) => service.slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      const scores = results.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((one, other) => other - one));
      expect(scores.every((score) => score > 0 && Number.isFinite(score))).toBe(true);
    }),
  );
});

test('one slip in a long word of a name still finds the service', () => {
  const named = () => services.filter(({ name }) => name.en.split(' ').length === 1 && name.en.length > 6);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), (which, where, letter) => {
      const candidates = named();
      const service = candidates[which % candidates.length];
      if (!service) return;
      const name = service.name.en.toLowerCase();
      const at = 1 + (where % (name.length - 1));
      expect(found(name.slice(0, at) + letter + name.slice(at + 1))).toContain(service.slug);
    }),
  );
});
