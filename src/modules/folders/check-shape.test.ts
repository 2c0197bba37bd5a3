import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOf } from '#test/council-check';
import { CouncilCopy, type Fault } from '#test/council-copy';

let council: CouncilCopy;

beforeEach(async () => {
  council = await CouncilCopy.make();
});
afterEach(() => council.remove());

describe('a fault of shape is found', () => {
  test.each<Fault>([
    [
      'an unknown key',
      'services/noise.yaml',
      'summary:',
      'sumary:',
      /"sumary" is not a key here: expected one of .*\(did you mean "summary"\?\)/,
    ],
    [
      'an unknown key deep inside',
      'services/noise.yaml',
      'mayGoOn: true',
      'mayGoon: true',
      /"mayGoon" is not a key here: .*\(did you mean "mayGoOn"\?\)/,
    ],
    ['a missing key', 'sites.yaml', / {4}offers: .*\n/, '', /sites 1, offers is missing: expected/],
    [
      'a word that is none of the choices',
      'services/noise.yaml',
      'tier: authorised',
      'tier: authorized',
      /tier "authorized" does not fit: expected one of instant, delegated, authorised \(did you mean "authorised"\?\)/,
    ],
    [
      'an unknown kind of question',
      'services/noise.yaml',
      'kind: date',
      'kind: dat',
      /kind "dat" does not fit: expected one of .*\(did you mean "date"\?\)/,
    ],
    [
      'an unknown kind of clock',
      'standards.yaml',
      'kind: elapsed-hours',
      'kind: hours',
      /kind "hours" does not fit: expected one of elapsed-hours, working-hours/,
    ],
    [
      'a number that is a text',
      'council.yaml',
      'perPersonAndDay: 4',
      'perPersonAndDay: four',
      /perPersonAndDay "four" does not fit: expected a number/,
    ],
    ['an empty text', 'teams.yaml', 'name: Elections', 'name:', /name is empty: expected/],
    [
      'a phone number that YAML read as a number',
      'contact-points.yaml',
      'address: 0306 999 0100',
      'address: 3069990100',
      /address 3069990100 does not fit: expected a text/,
    ],
    ['a bad colour', 'council.yaml', '"#0a5566"', '"teal"', /expected a colour such as/],
    [
      'an opening that ends before it starts',
      'calendars.yaml',
      'opens: "08:00", closes: "18:00"',
      'opens: "18:00", closes: "08:00"',
      /expected a time after the opening/,
    ],
    [
      'an unknown time zone',
      'council.yaml',
      'Europe/London',
      'Europe/Londom',
      /expected a time zone such as "Europe\/London"/,
    ],
    [
      'an owner that is both ours and a partner',
      'services/noise.yaml',
      'owner: { team: environmental-health }',
      'owner: { team: environmental-health, partner: marsh-reed }',
      /"partner" is not a key here/,
    ],
    [
      'a calendar that takes the name of one of law',
      'calendars.yaml',
      'slug: noise-patrol',
      'slug: foi',
      /expected another name: this one is a calendar of law/,
    ],
    ['a date that is none', 'calendars.yaml', '2026-12-29:', '2026-02-30:', /expected a date such as/],
    [
      'a cost that is not whole pence',
      'costs.yaml',
      'pence: 144',
      'pence: 1.44',
      /pence 1.44 does not fit: expected a whole number/,
    ],
    [
      'an identity rule that asks for more facts than there are',
      'council.yaml',
      'howMany: 3',
      'howMany: 9',
      /howMany 9 does not fit: expected no more than the number of facts listed/,
    ],
  ])('%s', async (...[, file, right, wrong, expected]) => {
    await council.plant(file, right, wrong);

    const lines = await problemsOf(council.dir);

    expect(lines.filter((line) => line.startsWith(`${file}:`)).join('\n')).toMatch(expected);
  });
});
