import { isReport } from '#modules/services';
import { checkCondition } from './check-questions.ts';
import { oneOf } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { FolderFiles } from './read-files.ts';

/** The daily list is written for staff, and a hand-over depends only on what is asked. */
export function checkHandOvers(files: FolderFiles): Problem[] {
  return [...checkDailyList(files), ...checkConditions(files)];
}

function checkDailyList({ top, templates }: FolderFiles): Problem[] {
  const { source, value } = top['destinations.yaml'];
  const template = templates.find(({ slug }) => slug === value?.dailyList?.template);
  if (!template?.value || template.value.when === 'hand-overs') return [];
  const fitting = templates.filter((one) => one.value?.when === 'hand-overs').map(({ slug }) => slug);
  const problem = `template "${template.slug}" is written for "${template.value.when}"`;
  return [source.problemAt(['dailyList', 'template'], problem, oneOf(template.slug, fitting))];
}

function checkConditions({ services }: FolderFiles): Problem[] {
  return services.flatMap(({ source, value }) => {
    if (!value || !isReport(value)) return [];
    return value.handOver.flatMap((entry, index) => {
      if (typeof entry === 'string' || !entry.when) return [];
      const conditions = Array.isArray(entry.when) ? entry.when : [entry.when];
      return conditions.flatMap((one) => checkCondition(source, one, value.questions, ['handOver', index, 'when']));
    });
  });
}
