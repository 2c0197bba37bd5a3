import {
  type ApplicationService,
  FACT_VARIABLES,
  isApplication,
  isTransaction,
  questionsOf,
  type Transaction,
} from '#modules/services';
import { checkDecision } from './check-decisions.ts';
import { checkQuestions } from './check-questions.ts';
import { fileSlug } from './check-references.ts';
import { unknownVariables } from './check-variables.ts';
import type { Problem } from './problem.ts';
import type { FolderFiles } from './read-files.ts';
import type { Path, SourceFile } from './source-file.ts';

/** What an adviser's script may mention: the promise as it was just computed. */
const SCRIPT_VARIABLES = ['promise', 'due', 'reference', 'team', 'phone', 'name', 'notFixedUntil'] as const;

/** What the shape alone cannot say about a service: its name, its codes, its questions and who may see it. */
export function checkServices(files: FolderFiles, knownCodes: ReadonlySet<number>): Problem[] {
  return files.services.flatMap(({ source, value }) => {
    if (!value) return [];
    const own = [...nameFits(source, value.slug), ...codeIsKnown(source, value.codes?.lgsl, knownCodes)];
    return isTransaction(value) ? [...own, ...checkTransaction(source, value)] : own;
  });
}

function checkTransaction(source: SourceFile, service: Transaction): Problem[] {
  return [
    ...checkQuestions(source, service),
    ...privateStaysPrivate(source, service),
    ...householdKeepsToItself(source, service),
    ...placeIsAsked(source, service),
    ...slugsAreApart(
      source,
      service.jobs.map(({ slug }) => slug),
      ['jobs'],
      'slug',
    ),
    ...slugsAreApart(
      source,
      service.diversions.map(({ id }) => id),
      ['diversions'],
      'id',
    ),
    ...(isApplication(service) ? checkApplication(source, service) : []),
    ...service.facts.flatMap((fact, index) =>
      unknownVariables(source, fact.say.en, ['facts', index, 'say'], FACT_VARIABLES),
    ),
    ...service.script.tell.flatMap((line, index) =>
      unknownVariables(source, line.en, ['script', 'tell', index], SCRIPT_VARIABLES),
    ),
    ...service.mustTell.flatMap((line, index) =>
      unknownVariables(source, line.en, ['mustTell', index], SCRIPT_VARIABLES),
    ),
  ];
}

function checkApplication(source: SourceFile, service: ApplicationService): Problem[] {
  const pieces = service.evidence.map(({ id }) => id);
  const reasons = service.decision?.reasons.map(({ id }) => id) ?? [];
  return [
    ...slugsAreApart(source, pieces, ['evidence'], 'id'),
    ...slugsAreApart(source, reasons, ['decision', 'reasons'], 'id'),
    ...checkDecision(source, service),
  ];
}

function nameFits(source: SourceFile, slug: string): Problem[] {
  const named = fileSlug(source.name);
  return slug === named ? [] : [source.problemAt(['slug'], `slug "${slug}" is not the name of the file`, `"${named}"`)];
}

function codeIsKnown(source: SourceFile, code: number | undefined, known: ReadonlySet<number>): Problem[] {
  if (code === undefined || known.has(code)) return [];
  return [
    source.problemAt(
      ['codes', 'lgsl'],
      `code ${code} is not in reference/lgsl.csv`,
      'a code of the list, or codes: null where it has none',
    ),
  ];
}

/** Bins, repairs and noise never show who reported them: private is the default and wins. */
function privateStaysPrivate(source: SourceFile, service: Transaction): Problem[] {
  if (service.visibility === 'public') return [];
  const shown = questionsOf(service).flatMap((question, index) =>
    question.publish
      ? [
          source.problemAt(
            ['questions', index, 'publish'],
            'an answer of a private service is to be published',
            'publish: false, or visibility: public',
          ),
        ]
      : [],
  );
  const nearby = service.openNearby
    ? [
        source.problemAt(
          ['openNearby'],
          'a private service would show open reports nearby',
          'openNearby: null, or visibility: public',
        ),
      ]
    : [];
  return [...shown, ...nearby];
}

function householdKeepsToItself(source: SourceFile, { place, visibility }: Transaction): Problem[] {
  if (place !== 'household' || visibility === 'private') return [];
  return [source.problemAt(['visibility'], "a household's own matter is public", 'visibility: private')];
}

function placeIsAsked(source: SourceFile, service: Transaction): Problem[] {
  const { place } = service;
  const asked = questionsOf(service).filter(({ kind }) => kind === 'place').length;
  const needed = place === 'none' ? 0 : 1;
  if (asked === needed) return [];
  const expected = needed === 1 ? 'one question of kind place' : 'no question of kind place';
  return [source.problemAt(['place'], `place is ${place} and ${asked} questions ask for one`, expected)];
}

function slugsAreApart(source: SourceFile, slugs: readonly string[], list: Path, key: string): Problem[] {
  return slugs.flatMap((slug, index) =>
    slugs.indexOf(slug) < index
      ? [source.problemAt([...list, index, key], `${key} "${slug}" is used twice`, `another ${key}`)]
      : [],
  );
}
