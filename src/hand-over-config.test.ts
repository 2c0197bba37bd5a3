import { expect, test } from 'vitest';
import { handOverConfig } from './hand-over-config.ts';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const read = (given: Record<string, string>) => handOverConfig(given, '/data');

test('every address and secret is there under its own name, and nothing else of the environment', () => {
  const { config, problems } = read({
    HANDOVER_BACK_OFFICE_URL: 'http://10.20.1.5:8080/in',
    HANDOVER_BACK_OFFICE_SECRET: `${SECRET} ${SECRET}`,
    HANDOVER_NETWORKS: '10.20.0.0/16, 127.0.0.1, ::1',
    DATABASE_URL: 'postgres://here',
    SECRET: 'of the house',
  });

  expect(problems).toEqual([]);
  expect(Object.keys(config.values)).toEqual(['HANDOVER_BACK_OFFICE_URL', 'HANDOVER_BACK_OFFICE_SECRET']);
  expect(config.folder).toBe('/data/hand-overs');
  const allowed = ['10.20.255.1', '127.0.0.1', '10.21.0.1', '127.0.0.2'].map((one) => config.networks.check(one));
  expect(allowed).toEqual([true, true, false, false]);
  expect(config.networks.check('::1', 'ipv6')).toBe(true);
});

test.each([
  ['HANDOVER_BACK_OFFICE_URL', 'revenues.example'],
  ['HANDOVER_BACK_OFFICE_URL', 'ftp://revenues.example'],
  ['HANDOVER_BACK_OFFICE_SECRET', 'hunter2-hunter2-hunter2'],
  ['HANDOVER_BACK_OFFICE_SECRET', 'whsec_c2hvcnQ='],
  ['HANDOVER_NETWORKS', '10.0.0.0/33'],
  ['HANDOVER_NETWORKS', 'intranet'],
  ['HANDOVER_NETWORKS', '10.0.0.0/8/8'],
])('%s as %s stops the start, with its name and what is accepted', (name, value) => {
  const { problems } = read({ [name]: value });

  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} is .*: must be `));
  if (name !== 'HANDOVER_NETWORKS') expect(problems[0]).not.toContain(value);
});
