import { english } from '#modules/councils';
import { isFieldQuestion, type Question, readAnswer, type Step, sayAnswer, typedFor } from '#modules/questions';
import { formOf, isApplication } from '#modules/services';
import { NotAskedPage } from './not-asked.page.tsx';
import { type OpenReport, type StepAnswer, today } from './on-report.ts';
import { STOOD_FIELD } from './stood.ts';

/**
 * A page that was answered and does not apply any more, because another window changed what it hung on: what was typed is
 * shown once more, so that it is not lost unseen. Undefined where nothing was typed, or no page has that name.
 */
export function notAsked(report: OpenReport, key: string): StepAnswer | undefined {
  const { service, form } = report;
  if (form.fields[STOOD_FIELD] === undefined) return undefined;
  const name = key.replace(/\.\d+$/, '');
  const step = formOf(service).definition.steps.find((one) => stepAsks(one, name));
  const questions = step?.together ? step.questions : step?.questions.filter(({ id }) => id === name);
  const typed = (questions ?? []).flatMap((question) => {
    const words = typedWords(report, question);
    return words === '' ? [] : [{ question: english(question.label), words }];
  });
  return typed.length > 0 ? { page: NotAskedPage({ report, typed }), status: 409 } : undefined;
}

/** The same of a piece of evidence: its files were not kept. */
export function notAskedPiece({ service, form, ...report }: OpenReport, id: string): StepAnswer | undefined {
  const piece = isApplication(service) ? service.evidence.find((one) => one.id === id) : undefined;
  const words = form.files.map(({ name }) => name).join(', ');
  if (!piece || words === '') return undefined;
  const typed = [{ question: english(piece.name), words }];
  return { page: NotAskedPage({ report: { service, form, ...report }, typed }), status: 409 };
}

const stepAsks = (step: Step, name: string): boolean =>
  step.together ? step.id === name : step.questions.some(({ id }) => id === name);

function typedWords(report: OpenReport, question: Question): string {
  const { fields } = report.form;
  if (!isFieldQuestion(question)) return (fields[question.id] ?? []).filter(Boolean).join(', ');
  const read = readAnswer(question, typedFor(question, fields, { today: today(report) }));
  if (read.ok) return read.answer === '' ? '' : sayAnswer(question, read.answer);
  const typed = Object.entries(fields).filter(([name]) => name === question.id || name.startsWith(`${question.id}-`));
  return typed
    .flatMap(([, values]) => values)
    .filter(Boolean)
    .join(', ');
}
