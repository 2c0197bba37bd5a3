import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOf } from '#test/council-check';
import { CouncilCopy, type Fault } from '#test/council-copy';

let council: CouncilCopy;

beforeEach(async () => {
  council = await CouncilCopy.make();
});
afterEach(() => council.remove());

describe('a fault of a service is found', () => {
  test.each<Fault>([
    [
      'a slug that is not the name of its file',
      'services/noise.yaml',
      'slug: noise',
      'slug: noises',
      /slug "noises" is not the name of the file: expected "noise"/,
    ],
    [
      'a code that the list does not have',
      'services/noise.yaml',
      'lgsl: 412',
      'lgsl: 413',
      /code 413 is not in reference\/lgsl.csv/,
    ],
    [
      'a condition on a question that is not asked',
      'services/pothole.yaml',
      'when: { question: danger',
      'when: { question: dangerous',
      /question "dangerous" is not asked before this: .*\(did you mean "danger"\?\)/,
    ],
    [
      'a condition on a later question',
      'services/pothole.yaml',
      'id: danger\n',
      'id: danger\n    showIf: { question: size, is: hand }\n',
      /question "size" is not asked before this/,
    ],
    [
      'an answer that the question does not have',
      'services/no-water.yaml',
      'is: weak }',
      'is: week }',
      /"week" is no answer of "flow": expected one of none, some-taps, weak \(did you mean "weak"\?\)/,
    ],
    [
      'a condition on a free text',
      'services/no-water.yaml',
      'when: { question: tenure',
      'when: { question: access',
      /question "access" has no fixed answers/,
    ],
    ['a question that is asked twice', 'services/noise.yaml', 'id: how-often', 'id: now', /"now" is used twice/],
    [
      'an option that is offered twice',
      'services/noise.yaml',
      'value: dog,',
      'value: music,',
      /option "music" is offered twice/,
    ],
    [
      'a required question that says nothing when left empty',
      'services/noise.yaml',
      / {4}missing: Choose how often you hear it\n/,
      '',
      /question "how-often" says nothing when it is left empty/,
    ],
    [
      'a script for a question that is not asked',
      'services/noise.yaml',
      'question: effect, words',
      'question: affect, words',
      /question "affect" is not asked before this/,
    ],
    [
      'a job that stands twice',
      'services/pothole.yaml',
      'slug: inspect',
      'slug: make-safe',
      /slug "make-safe" is used twice/,
    ],
    [
      'a diversion that leads nowhere',
      'services/pothole.yaml',
      / {4}phone: 0300 123 5000\n/,
      '',
      /expected somewhere to go: a phone, link, service, contactPoint or partner/,
    ],
    [
      'a household service without an address',
      'services/missed-bin.yaml',
      'kind: place',
      'kind: text',
      /place is household and 0 questions ask for one/,
    ],
    [
      "a household's own matter in public",
      'services/missed-bin.yaml',
      'visibility: private',
      'visibility: public',
      /a household's own matter is public/,
    ],
    [
      'open reports of a private service',
      'services/noise.yaml',
      'openNearby: null',
      'openNearby: { metres: 20 }',
      /a private service would show open reports nearby/,
    ],
    [
      'a published answer of a private service',
      'services/noise.yaml',
      'id: effect',
      'id: effect\n    publish: true',
      /an answer of a private service is to be published/,
    ],
    [
      'an unknown word in a known fact',
      'services/missed-bin.yaml',
      '{{next}}',
      '{{nxt}}',
      /\{\{nxt\}\} is not known: expected one of .*\(did you mean "next"\?\)/,
    ],
    ['an unknown word in the script', 'services/noise.yaml', '{{due}}', '{{duedate}}', /\{\{duedate\}\} is not known/],
  ])('%s', async (...[, file, right, wrong, expected]) => {
    await council.plant(file, right, wrong);

    expect((await problemsOf(council.dir)).join('\n')).toMatch(expected);
  });
});
