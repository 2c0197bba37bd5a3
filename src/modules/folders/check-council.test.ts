import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOf, RULES } from '#test/council-check';
import { CouncilCopy } from '#test/council-copy';
import { checkCouncil } from './check-council.ts';

let council: CouncilCopy;

beforeEach(async () => {
  council = await CouncilCopy.make();
});
afterEach(() => council.remove());

test('the demonstration council has nothing wrong', async () => {
  const lines: string[] = [];

  expect(await checkCouncil('councils/estuary', { print: (line) => lines.push(line) }, RULES)).toBe(0);
  expect(lines).toEqual([expect.stringMatching(/^Estuary Borough Council: nothing is wrong/)]);
});

test('a machine is told the same in JSON: what is in the folder, or each problem with its place', async () => {
  const told = async () => {
    const lines: string[] = [];
    const code = await checkCouncil(council.dir, { print: (line) => lines.push(line), asJson: true }, RULES);
    return { code, said: JSON.parse(lines.join('\n')) as unknown };
  };
  expect(await told()).toMatchObject({ code: 0, said: { ok: true, council: 'Estuary Borough Council', problems: [] } });

  await council.plant('services/pothole.yaml', 'primary: pothole-fixed', 'primary: pothole-fixt');
  const [file = '', line = ''] = (await council.placeOf('services/pothole.yaml', 'primary:')).split(':');
  const problem = { file: expect.stringContaining(file) as string, line: Number(line) };
  expect(await told()).toMatchObject({ code: 1, said: { ok: false, problems: [problem] } });
});

test('a misspelt standard is named where it stands, with the one that was meant', async () => {
  await council.plant('services/pothole.yaml', 'primary: pothole-fixed', 'primary: pothole-fixt');

  const [line, ...others] = await problemsOf(council.dir);

  expect(others).toEqual([]);
  expect(line).toMatch(
    new RegExp(
      `^${await council.placeOf('services/pothole.yaml', 'primary:')} standard "pothole-fixt" is not known: expected one of `,
    ),
  );
  expect(line).toContain('(did you mean "pothole-fixed"?)');
});

test('all problems of all files are printed at once, by file and down the page', async () => {
  await council.plant('services/pothole.yaml', 'topic: streets', 'topic: street');
  await council.plant('services/pothole.yaml', 'primary: pothole-fixed', 'primary: pothole-fixt');
  await council.plant('calendars.yaml', 'holidays: england-and-wales', 'holidays: england');

  const lines = await problemsOf(council.dir);

  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'calendars.yaml',
    'services/pothole.yaml',
    'services/pothole.yaml',
  ]);
});

describe('a fault of the files themselves is found', () => {
  test('YAML that cannot be read', async () => {
    await council.plant('sites.yaml', 'sites:', 'sites: [');

    expect((await problemsOf(council.dir))[0]).toMatch(/^sites\.yaml:\d+:\d+ .*: expected well-formed YAML$/);
  });

  test('a key that stands twice', async () => {
    await council.plant('sites.yaml', 'postcode: IG11 7PN', 'postcode: IG11 7PN\n    postcode: IG11 7PN');

    expect((await problemsOf(council.dir))[0]).toMatch(/^sites\.yaml:15:5 Map keys must be unique/);
  });

  test('a file that is missing is one problem, not one for each use', async () => {
    await rm(join(council.dir, 'standards.yaml'));

    expect(await problemsOf(council.dir)).toEqual([expect.stringMatching(/^standards\.yaml:1:1 the file is missing/)]);
  });

  test('a misspelt file name', async () => {
    await rename(join(council.dir, 'rounds.yaml'), join(council.dir, 'round.yaml'));

    expect((await problemsOf(council.dir)).join('\n')).toMatch(
      /round\.yaml:1:1 this file would not be read: .*\(did you mean "rounds\.yaml"\?\)/,
    );
  });

  test('a service with another ending', async () => {
    await rename(join(council.dir, 'services/noise.yaml'), join(council.dir, 'services/noise.yml'));

    expect((await problemsOf(council.dir)).join('\n')).toMatch(/services\/noise\.yml:1:1 this file would not be read/);
  });

  test('a folder that is not there', async () => {
    await rm(council.dir, { recursive: true });

    expect((await problemsOf(council.dir))[0]).toMatch(/calendars\.yaml:1:1 the file is missing/);
  });
});

test('what the components say about the colours is printed at the colour', async () => {
  const checkBrand = () => [{ pair: 'onBrand on brand', ratio: 3.1, needed: 7 }];

  const lines = await problemsOf(council.dir, { ...RULES, checkBrand });

  const place = await council.placeOf('council.yaml', 'brand: "');
  expect(lines).toEqual([`${place} onBrand on brand has a contrast of 3.1:1: expected at least 7:1`]);
});
