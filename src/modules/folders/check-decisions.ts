import type { ApplicationService } from '#modules/services';
import type { Problem } from './problem.ts';
import type { FolderFiles } from './read-files.ts';
import type { SourceFile } from './source-file.ts';

/** A refusal without a reason, or a way to challenge it that leads nowhere, is found before anybody is refused. */
export function checkDecision(source: SourceFile, { decision }: ApplicationService): Problem[] {
  if (!decision) return [];
  const { reasons, challenge } = decision;
  const at = (key: string) => ['decision', 'challenge', key];
  const missing = (['granted', 'refused'] as const).filter(
    (result) => !reasons.some((one) => one.for.includes(result)),
  );
  return [
    ...missing.map((result) =>
      source.problemAt(['decision', 'reasons'], `no reason is for "${result}"`, `a reason with for: [${result}]`),
    ),
    ...(challenge.kind === 'review' && challenge.standard === undefined
      ? [source.problemAt(at('kind'), 'the review has no clock', 'standard: the promise of a review')]
      : []),
    ...(challenge.kind !== 'review' && challenge.standard !== undefined
      ? [source.problemAt(at('standard'), `a challenge of kind "${challenge.kind}" has no review here`, 'kind: review')]
      : []),
    ...(challenge.kind === 'tribunal' && challenge.to === undefined
      ? [source.problemAt(at('kind'), 'nobody reads which tribunal it is', 'to: the name of the tribunal')]
      : []),
  ];
}

/** The letter of a decision is written for one: the council's own and those of a service. */
export function checkLetters(files: FolderFiles): Problem[] {
  const { source, value: council } = files.top['council.yaml'];
  const own = council?.settings.decisionLetter;
  return [
    ...(own === undefined ? [] : forAnother(files, source, ['settings', 'decisionLetter'], own)),
    ...files.services.flatMap((service) => {
      if (service.value?.kind !== 'application' || !service.value.decision) return [];
      return Object.entries(service.value.decision.letters).flatMap(([result, slug]) =>
        forAnother(files, service.source, ['decision', 'letters', result], slug),
      );
    }),
  ];
}

function forAnother({ templates }: FolderFiles, source: SourceFile, path: string[], slug: string): Problem[] {
  const template = templates.find((one) => one.slug === slug);
  if (!template?.value || template.value.when === 'decision') return [];
  const problem = `template "${template.slug}" is written for "${template.value.when}"`;
  return [source.problemAt(path, problem, 'a template with when: decision')];
}
