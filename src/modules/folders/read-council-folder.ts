import { readFile } from 'node:fs/promises';
import { referenceFile } from '#platform/reference-file';
import { type BrandCheck, checkBrandColours, checkMarks, checkNeighbours, checkRounds } from './check-council-rules.ts';
import { checkLetters } from './check-decisions.ts';
import { checkHandOvers } from './check-hand-overs.ts';
import { checkDuplicates, checkReferences } from './check-references.ts';
import { checkServices } from './check-services.ts';
import { checkTemplates } from './check-templates.ts';
import type { Council } from './council.ts';
import { byPlace, type Problem } from './problem.ts';
import { type FolderFiles, readFiles } from './read-files.ts';

export interface FolderRules {
  readonly checkBrand: BrandCheck;
}

export type CouncilFolder = { ok: true; council: Council } | { ok: false; problems: Problem[] };

/**
 * Read a council's folder and check all of it: shapes, unknown keys, references, conditions, messages, codes, colours.
 * Every problem is collected, by file and line; nothing is loaded from a folder that has one.
 *
 * @throws when `reference/lgsl.csv` cannot be read: that is a broken installation, not a fault of the folder
 */
export async function readCouncilFolder(dir: string, rules: FolderRules): Promise<CouncilFolder> {
  const files = await readFiles(dir);
  const codes = await readCodes();
  const problems = [
    ...files.problems,
    ...checkDuplicates(files),
    ...checkReferences(files),
    ...checkServices(files, codes),
    ...checkTemplates(files),
    ...checkHandOvers(files),
    ...checkLetters(files),
    ...checkBrandColours(files, rules.checkBrand),
    ...checkMarks(files),
    ...checkRounds(files),
    ...checkNeighbours(files),
  ].sort(byPlace);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, council: assemble(files) };
}

/** The codes of the Local Government Service List that may be used; a service without one there has none. */
async function readCodes(): Promise<ReadonlySet<number>> {
  const text = await readFile(referenceFile('lgsl.csv'), 'utf8');
  return new Set([...text.matchAll(/^(\d+),/gm)].map((match) => Number(match[1])));
}

function assemble({ top, services, templates }: FolderFiles): Council {
  const people = shapedValue(top['people.yaml']);
  const teams = shapedValue(top['teams.yaml']);
  const rounds = shapedValue(top['rounds.yaml']);
  return {
    profile: shapedValue(top['council.yaml']),
    calendars: shapedValue(top['calendars.yaml']).calendars,
    sites: shapedValue(top['sites.yaml']).sites,
    ...teams,
    ...people,
    contactPoints: shapedValue(top['contact-points.yaml']).contactPoints,
    costSets: shapedValue(top['costs.yaml']).sets,
    standards: shapedValue(top['standards.yaml']).standards,
    ...rounds,
    marks: shapedValue(top['marks.yaml']).marks,
    incidents: shapedValue(top['incidents.yaml']).incidents,
    destinations: shapedValue(top['destinations.yaml']).destinations,
    dailyList: shapedValue(top['destinations.yaml']).dailyList,
    templates: templates.map((file) => ({ ...shapedValue(file), slug: file.slug, body: file.body.trim() })),
    services: services.map(shapedValue),
  };
}

function shapedValue<T>({ value }: { value: T | undefined }): T {
  if (value === undefined) throw new Error('a folder without problems has a value for every file');
  return value;
}
