import { compileForm, type FormDefinition, formSchema } from '#modules/questions';
import type { Measured } from './measure.ts';

const QUESTIONS = 200;
const TIMES = 25;

/** A definition of two hundred questions, half of them with a rule, made ready anew each time in this process. */
export function measureCompiling(): Omit<Measured, 'rows' | 'serverRssMb'> {
  const definition = longForm();
  const times = Array.from({ length: TIMES }, () => {
    const from = performance.now();
    if (compileForm(definition).problems.length > 0) throw new Error('the form of the bench has problems');
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
  const all = times.reduce((sum, one) => sum + one, 0);
  const perSecond = Math.round((TIMES / all) * 1_000);
  return {
    operation: `compile-form-${QUESTIONS}`,
    concurrency: 1,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    perSecond,
    kb: 0,
  };
}

function longForm(): FormDefinition {
  const question = (index: number) => ({
    id: `question-${index}`,
    kind: index % 2 === 0 ? 'number' : 'yes-no',
    label: `Question ${index}`,
    ...(index % 2 === 1 &&
      index > 2 && { showIf: `question_${index - 1} > ${index} && !question_${index - 2}`, onlyIf: 'so' }),
  });
  const steps = Array.from({ length: QUESTIONS / 10 }, (_, step) => ({
    id: `step-${step}`,
    title: `Step ${step}`,
    questions: Array.from({ length: 10 }, (_, index) => question(step * 10 + index)),
  }));
  return formSchema.parse({ steps });
}
