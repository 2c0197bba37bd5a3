import { english } from '#modules/councils';
import { type Ask, groupItems, moreKey, type Step, sayAnswer, withMore, withoutItem } from '#modules/questions';
import { fieldOf } from '#platform/http/read-form';
import { newId } from '#platform/ids';
import type { Added } from './added.ts';
import { goOn } from './go-on.ts';
import { MorePage } from './more.page.tsx';
import { keep, type OpenReport, type StepAnswer, stands } from './on-report.ts';
import { isStale, listMark, withMark } from './stood.ts';

/** What was added to a step that repeats, each to be changed or taken away, and whether there is another. */
export function askMore(report: OpenReport, ask: Ask, error?: string): StepAnswer {
  const added = addedTo(report, ask.step);
  const page = MorePage({ report: withMark(report, listMark(report, ask)), ask, added, error });
  return { page, ...(error !== undefined && { status: 422 }) };
}

const CHANGED = 'This list has changed since you opened this page. Look at it, then choose again';

export async function takeMore(report: OpenReport, ask: Ask): Promise<StepAnswer> {
  const { form, state } = report;
  const removed = fieldOf(form, 'remove');
  if (removed !== '') return await goOn(await keep(report, { answers: withoutItem(ask, state.answers, removed) }));
  const wanted = fieldOf(form, 'more');
  const wasSaid = state.answers[moreKey(ask.step)] === (wanted === 'yes');
  if (isStale(report, listMark(report, ask)) && !wasSaid) return { ...askMore(report, ask, CHANGED), status: 409 };
  if (wanted !== 'yes' && wanted !== 'no') return askMore(report, ask, 'Choose yes to add another, or no to go on');
  return await addOrGoOn(report, ask, wanted === 'yes');
}

async function addOrGoOn(report: OpenReport, ask: Ask, isMore: boolean): Promise<StepAnswer> {
  const { state, paths, deps } = report;
  const most = ask.step.repeat?.most ?? 1;
  if (isMore && addedTo(report, ask.step).length >= most) return askMore(report, ask, `You can add up to ${most} here`);
  const kept = await keep(report, { answers: withMore(ask, state.answers, isMore, newId(deps.clock)) });
  const next = isMore ? firstOfLast(kept, ask.step) : undefined;
  return next === undefined ? await goOn(kept) : { to: paths.question(next) };
}

function addedTo(report: OpenReport, step: Step): Added[] {
  const { asks } = stands(report);
  return groupItems(report.state.answers[step.id]).flatMap(({ id: itemId, answers }, index) => {
    const first = asks.find((ask) => ask.step.id === step.id && ask.item === index);
    const words = step.questions
      .filter(({ id }) => answers[id] !== undefined && answers[id] !== '')
      .map((question) => sayAnswer(question, answers[question.id]))
      .join(', ');
    return first ? [{ id: itemId, index, key: first.key, words: words || `${english(step.title)} ${index + 1}` }] : [];
  });
}

/** Where the questions about the one that was just added begin. */
function firstOfLast(report: OpenReport, step: Step): string | undefined {
  const index = groupItems(report.state.answers[step.id]).length - 1;
  return stands(report).asks.find((ask) => ask.step.id === step.id && ask.item === index)?.key;
}
