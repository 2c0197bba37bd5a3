import { oneOf } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { FolderFiles } from './read-files.ts';

/** The daily list of what has not arrived is written for staff. */
export function checkHandOvers({ top, templates }: FolderFiles): Problem[] {
  const { source, value } = top['destinations.yaml'];
  const template = templates.find(({ slug }) => slug === value?.dailyList?.template);
  if (!template?.value || template.value.when === 'hand-overs') return [];
  const fitting = templates.filter((one) => one.value?.when === 'hand-overs').map(({ slug }) => slug);
  const problem = `template "${template.slug}" is written for "${template.value.when}"`;
  return [source.problemAt(['dailyList', 'template'], problem, oneOf(template.slug, fitting))];
}
