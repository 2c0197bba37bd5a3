import {
  type Check,
  type Form,
  groupItems,
  type Outcome,
  type Step,
  type StepQuestion,
  stepQuestions,
  type Walk,
  walk,
} from '#modules/questions';
import { formOf } from '#modules/services';
import { today } from '../../portal/report/on-report.ts';
import type { TakenFacts } from './taken-facts.ts';

/** What of a form stands on the adviser's screen now. */
export type FormScreen = StepScreen | ItemsScreen | { kind: 'result'; outcome: Outcome } | { kind: 'end' };

/** All questions of a step, or of one item of a step that repeats. */
export interface StepScreen {
  kind: 'step';
  step: Step;
  item: number | null;
  questions: readonly StepQuestion[];
  /** Why it must be looked at again though it was answered. */
  problem: Check | null;
}

/** What was added to a step that repeats, and whether there is another. */
interface ItemsScreen {
  kind: 'items';
  step: Step;
}

/** Which step the adviser asked to see, as an address or a form has it. */
export interface WantedStep {
  step: string;
  item: string;
}

/** A form as it stands: the screen, the way there, and everything that was worked out. */
export interface FormStanding {
  screen: FormScreen;
  steps: readonly { step: Step; state: 'done' | 'now' | 'next' }[];
  walk: Walk;
}

/** Where a form stands, on the step that is asked for or on the one that is next. */
export function formStanding(taken: TakenFacts, wanted: WantedStep): FormStanding {
  const form = formOf(taken.service);
  const stood = walkTaken(taken, form);
  const way = walkTaken(taken, quiet(form));
  const screen = wantedScreen(taken, way, wanted) ?? nextScreen(taken, stood);
  const shown = 'step' in screen ? screen.step.id : null;
  const ids = [...new Set(way.asks.map(({ step }) => step.id))];
  const reached = way.next ? ids.indexOf(way.next.step.id) : ids.length;
  const steps = ids.flatMap((id, index) => {
    const step = form.definition.steps.find((one) => one.id === id);
    return step ? [{ step, state: id === shown ? 'now' : index < reached ? 'done' : 'next' } as const] : [];
  });
  return { screen, steps, walk: stood };
}

/** Where the answers so far lead. */
export function walkTaken(taken: TakenFacts, form: Form = formOf(taken.service)): Walk {
  return walk(form, { answers: taken.state.answers, today: today(taken), told: taken.state.told });
}

/** The form without its results: a screen holds many questions, and a result of one must not swallow the others. */
export const quiet = (form: Form): Form => ({ ...form, outcomes: [] });

/** An earlier step, or the one that is next: nobody leaps over what was not asked yet. A report is one step for ever. */
function wantedScreen(taken: TakenFacts, way: Walk, wanted: WantedStep): FormScreen | null {
  const only = taken.service.kind === 'report' ? formOf(taken.service).definition.steps[0]?.id : undefined;
  const asks = way.asks.filter(({ step }) => step.id === (only ?? wanted.step));
  const [ask] = asks;
  if (!ask || (way.next && way.asks.indexOf(ask) > way.asks.indexOf(way.next))) return null;
  if (!ask.step.repeat) return stepScreen(taken, way, { step: ask.step, item: null });
  const item = wanted.item === '' ? null : Number(wanted.item);
  if (item === null) return itemsScreen(way, ask.step);
  return asks.some((one) => one.item === item) ? stepScreen(taken, way, { step: ask.step, item }) : null;
}

/** The list of what was added, unless one of them is still being asked about. */
function itemsScreen(way: Walk, step: Step): FormScreen | null {
  const hasItems = groupItems(way.held[step.id]).length > 0;
  return hasItems && way.next?.step.id !== step.id ? { kind: 'items', step } : null;
}

function nextScreen(taken: TakenFacts, stood: Walk): FormScreen {
  const { outcome, next } = stood;
  if (outcome) return { kind: 'result', outcome };
  if (!next) return { kind: 'end' };
  return next.kind === 'more' ? { kind: 'items', step: next.step } : stepScreen(taken, stood, next);
}

/** The screen of one step; results of its own questions leave none of the others out. */
function stepScreen(taken: TakenFacts, stood: Walk, where: Pick<StepScreen, 'step' | 'item'>): StepScreen {
  const form = quiet(formOf(taken.service));
  const questions = stepQuestions(form, walkTaken(taken, form), where);
  const isHere = questions.some(({ question }) => question.id === stood.problem?.at);
  return { kind: 'step', step: where.step, item: where.item, questions, problem: isHere ? stood.problem : null };
}
