import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemsOf } from '#test/council-check';
import { CouncilCopy, type Fault } from '#test/council-copy';

let council: CouncilCopy;

beforeEach(async () => {
  council = await CouncilCopy.make();
});
afterEach(() => council.remove());

const FILE = 'destinations.yaml';
const FLY = 'services/fly-tipping.yaml';
const LIST = 'handOver: [environment-register]';

const FAULTS: readonly Fault[] = [
  [
    'a destination that is not there',
    FLY,
    LIST,
    'handOver: [environment-registre]',
    /destination "environment-registre" is not known: .*did you mean "environment-register"/,
  ],
  [
    'a condition on what is not asked',
    FLY,
    LIST,
    'handOver: [{ to: environment-register, when: { question: colour, is: true } }]',
    /question "colour" is not asked before this/,
  ],
  [
    'a condition on an answer that cannot be',
    FLY,
    LIST,
    'handOver: [{ to: environment-register, when: { question: amount, is: vann } }]',
    /"vann" is no answer of "amount": .*did you mean "van"/,
  ],
  [
    'a secret in the file',
    FILE,
    'secretFrom: HANDOVER_BACK_OFFICE_SECRET',
    'secretFrom: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    /secretFrom.*name of an environment variable/,
  ],
  [
    'another variable than those of hand-overs',
    FILE,
    'addressFrom: HANDOVER_BACK_OFFICE_URL',
    'addressFrom: DATABASE_URL',
    /addressFrom.*name of an environment variable/,
  ],
  [
    'an address twice',
    FILE,
    'addressFrom: HANDOVER_BACK_OFFICE_URL',
    'addressFrom: HANDOVER_BACK_OFFICE_URL\n    address: "https://back.example/in"',
    /address.*either address or addressFrom/,
  ],
  [
    'an address that anybody could read on the way',
    FILE,
    'addressFrom: HANDOVER_BACK_OFFICE_URL',
    'address: "http://back.example/in"',
    /address.*https/,
  ],
  ['a folder outside', FILE, 'folder: environment-register', 'folder: ../../etc', /folder.*small letters/],
  ['a team that is not there', FILE, 'team: enforcement', 'team: enforcment', /team "enforcment" is not known/],
  ['a kind that is not known', FILE, 'kind: csv', 'kind: fax', /kind/],
  [
    'a list in the words of another message',
    FILE,
    'template: hand-overs',
    'template: update',
    /template "update" is written for "update": expected one of hand-overs/,
  ],
];

test.each(FAULTS)('%s is named where it stands', async (...[, file, right, wrong, expected]) => {
  await council.plant(file, right, wrong);

  const [line = '', ...others] = await problemsOf(council.dir);

  expect(others).toEqual([]);
  expect(line).toMatch(new RegExp(`^${file}:\\d+:\\d+ `));
  expect(line).toMatch(expected);
});

test('a council that hands nothing over needs no such file', async () => {
  await council.plant(FLY, LIST, 'handOver: []');
  await council.plant('services/abandoned-vehicle.yaml', /^handOver:\n.*\n/m, '');
  await rm(join(council.dir, FILE));

  expect(await problemsOf(council.dir)).toEqual([]);
});
