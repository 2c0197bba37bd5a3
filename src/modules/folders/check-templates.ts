import { CLOSING_VARIABLES, isEnding, MESSAGE_MOMENTS, TEMPLATE_VARIABLES, variablesIn } from '#modules/councils';
import { isTransaction } from '#modules/services';
import { unknownVariables } from './check-variables.ts';
import { oneOf } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { FolderFiles } from './read-files.ts';
import type { SourceFile } from './source-file.ts';

type Template = FolderFiles['templates'][number];

/** Messages mention only what can be filled in, end with a person and a way to answer, and are used for their own moment. */
export function checkTemplates(files: FolderFiles): Problem[] {
  return [...files.templates.flatMap(checkTemplate), ...usedForAnotherMoment(files)];
}

function checkTemplate(template: Template): Problem[] {
  const { source, value } = template;
  if (!value) return [];
  const words = (['sms', 'letter'] as const).flatMap((way) => wordsProblems(source, value, way));
  return [
    ...unknownVariables(source, value.subject.en, ['subject'], TEMPLATE_VARIABLES),
    ...words,
    ...bodyProblems(template),
    ...(isEnding(value.when) ? namesNobody(template) : []),
  ];
}

const OWN_WORDS = {
  sms: ['a text message', 'sms: the short message'],
  letter: ['a letter', 'letter: the same on paper'],
} as const;

/** A text message and a letter have words of their own: one has no room, the other nothing to click. */
function wordsProblems(source: SourceFile, value: NonNullable<Template['value']>, way: 'sms' | 'letter'): Problem[] {
  const words = value[way];
  if (words !== undefined) return unknownVariables(source, words, [way], TEMPLATE_VARIABLES);
  const [name, expected] = OWN_WORDS[way];
  return value.channels.includes(way)
    ? [source.problemAt(['channels'], `there are no words for ${name}`, expected)]
    : [];
}

function bodyProblems({ source, body, bodyLine }: Template): Problem[] {
  return variablesIn(body)
    .filter(({ name }) => !TEMPLATE_VARIABLES.some((known) => known === name))
    .map(({ name, offset }) => {
      const above = body.slice(0, offset).split('\n');
      const place = { file: source.name, line: bodyLine + above.length - 1, column: (above.at(-1)?.length ?? 0) + 1 };
      return { ...place, problem: `{{${name}}} is not known`, expected: oneOf(name, TEMPLATE_VARIABLES) };
    });
}

/** "Often just signed as the council" (F-22): an ending is signed by an officer, with a way to answer. */
function namesNobody({ source, body, value }: Template): Problem[] {
  const missing = (text: string, needed: readonly string[]) => {
    const said = variablesIn(text).map(({ name }) => name);
    return needed.filter((name) => !said.includes(name));
  };
  const onPaper = value?.letter === undefined ? [] : missing(value.letter, ['officer', 'team', 'phone']);
  return [
    ...missing(body, CLOSING_VARIABLES).map((name) =>
      source.problemAt(
        ['when'],
        `a closing message does not mention {{${name}}}`,
        'the officer, the team, its inbox and the way to answer',
      ),
    ),
    ...onPaper.map((name) =>
      source.problemAt(
        ['letter'],
        `a closing letter does not mention {{${name}}}`,
        'the officer, the team and the number to call',
      ),
    ),
  ];
}

function usedForAnotherMoment(files: FolderFiles): Problem[] {
  const settings = files.top['council.yaml'];
  const uses = [
    { source: settings.source, path: ['settings', 'templates'], chosen: settings.value?.settings.templates ?? {} },
    ...files.services.flatMap(({ source, value }) =>
      value && isTransaction(value) ? [{ source, path: ['templates'], chosen: value.templates }] : [],
    ),
  ];
  return uses.flatMap(({ source, path, chosen }) => wrongMoments(files, source, path, chosen));
}

function wrongMoments(
  files: FolderFiles,
  source: SourceFile,
  path: string[],
  chosen: Readonly<Record<string, string>>,
): Problem[] {
  return MESSAGE_MOMENTS.flatMap((moment) => {
    const template = files.templates.find(({ slug }) => slug === chosen[moment]);
    if (!template?.value || template.value.when === moment) return [];
    const fitting = files.templates.filter(({ value }) => value?.when === moment).map(({ slug }) => slug);
    return [
      source.problemAt(
        [...path, moment],
        `template "${template.slug}" is written for "${template.value.when}"`,
        oneOf(template.slug, fitting),
      ),
    ];
  });
}
