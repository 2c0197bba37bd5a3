import { english } from '#modules/councils';
import { type Ask, groupItems, type Step, sayAnswer, withMore, withoutItem } from '#modules/questions';
import { fieldOf } from '#platform/http/read-form';
import { newId } from '#platform/ids';
import type { Added } from './added.ts';
import { goOn } from './go-on.ts';
import { MorePage } from './more.page.tsx';
import { keep, type OpenReport, type StepAnswer, stands } from './on-report.ts';

/** What was added to a step that repeats, each to be changed or taken away, and whether there is another. */
export function askMore(report: OpenReport, ask: Ask, error?: string): StepAnswer {
  const added = addedTo(report, ask.step);
  return { page: MorePage({ report, ask, added, error }), ...(error !== undefined && { status: 422 }) };
}

export async function takeMore(report: OpenReport, ask: Ask): Promise<StepAnswer> {
  const { form, state, paths, deps } = report;
  const removed = fieldOf(form, 'remove');
  if (removed !== '') {
    const answers = withoutItem(ask, state.answers, Number(removed));
    return await goOn(await keep(report, { answers }));
  }
  const more = fieldOf(form, 'more');
  const isFull = addedTo(report, ask.step).length >= (ask.step.repeat?.most ?? 1);
  if (more !== 'yes' && more !== 'no') return askMore(report, ask, 'Choose yes to add another, or no to go on');
  if (more === 'yes' && isFull) return askMore(report, ask, `You can add up to ${ask.step.repeat?.most ?? 1} here`);
  const answers = withMore(ask, state.answers, more === 'yes', newId(deps.clock));
  const kept = await keep(report, { answers });
  const next = more === 'yes' ? firstOfLast(kept, ask.step) : undefined;
  return next === undefined ? await goOn(kept) : { to: paths.question(next) };
}

function addedTo(report: OpenReport, step: Step): Added[] {
  const { asks } = stands(report);
  return groupItems(report.state.answers[step.id]).flatMap(({ answers }, index) => {
    const first = asks.find((ask) => ask.step.id === step.id && ask.item === index);
    const words = step.questions
      .filter(({ id }) => answers[id] !== undefined && answers[id] !== '')
      .map((question) => sayAnswer(question, answers[question.id]))
      .join(', ');
    return first ? [{ index, key: first.key, words: words || `${english(step.title)} ${index + 1}` }] : [];
  });
}

/** Where the questions about the one that was just added begin. */
function firstOfLast(report: OpenReport, step: Step): string | undefined {
  const index = groupItems(report.state.answers[step.id]).length - 1;
  return stands(report).asks.find((ask) => ask.step.id === step.id && ask.item === index)?.key;
}
