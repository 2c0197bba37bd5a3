import type { FastifyInstance } from 'fastify';
import { english } from '#modules/councils';
import {
  answeredValues,
  type FieldQuestion,
  QuestionField,
  questionsFor,
  readAnswer,
  typedFor,
  typedValues,
} from '#modules/forms';
import type { Question } from '#modules/services';
import type { Deps } from '#platform/deps';
import type { Errors, Values } from '#ui';
import { goOn } from './go-on.ts';
import { answered, type OpenReport, onReport, type ReportRoute, type StepAnswer, today } from './on-report.ts';
import { askPhotos, type StoredPhotos, storePhotos, takePhotos } from './photos.ts';
import { askPlace, takePlace } from './place.ts';
import { nextPage, pageBefore } from './report-steps.ts';
import { StepPage } from './step-page.tsx';

const PATH = '/services/:slug/report/questions/:id';

/** One question of a service on a page of its own: asked, answered, changed. */
export function reportQuestions(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, (request, reply) =>
    onReport(deps, (report) => onQuestion(report, request.params.id, ask))(request, reply),
  );
  door.post<ReportRoute>(PATH, async (request, reply) => {
    const stored = await storePhotos(deps, request);
    const work: QuestionWork = (report, question) => take(report, question, stored);
    return await onReport(deps, (report) => onQuestion(report, request.params.id, work))(request, reply);
  });
}

type QuestionWork = (report: OpenReport, question: Question) => Promise<StepAnswer>;

/** A question that does not apply to the answers so far, or that the service does not have, leads on to what is next. */
async function onQuestion(report: OpenReport, id: string, work: QuestionWork): Promise<StepAnswer> {
  const { service, state, paths } = report;
  const question = questionsFor(service.questions, state.answers).find((one) => one.id === id);
  return question ? await work(report, question) : { to: nextPage(service, state, paths) };
}

async function ask(report: OpenReport, question: Question): Promise<StepAnswer> {
  if (question.kind === 'place') return await askPlace(report, question);
  if (question.kind === 'photo') return await askPhotos(report, question);
  return { page: page(report, question, answeredValues(question, report.state.answers[question.id])) };
}

async function take(report: OpenReport, question: Question, stored: StoredPhotos): Promise<StepAnswer> {
  if (question.kind === 'place') return await takePlace(report, question);
  if (question.kind === 'photo') return await takePhotos(report, question, stored);
  const typed = typedFor(question, report.form.fields, today(report));
  const read = readAnswer(question, typed);
  if (!read.ok) return { page: page(report, question, typedValues(question, typed), read.error), status: 422 };
  return await goOn(await answered(report, question.id, read.answer));
}

function page(report: OpenReport, question: FieldQuestion, values: Values, error?: string) {
  const errors: Errors = error === undefined ? {} : { [question.id]: error };
  return (
    <StepPage
      report={report}
      question={english(question.label)}
      back={pageBefore(report.service, report.state, report.paths, question.id)}
      errors={errors}
    >
      {() => (
        <QuestionField
          question={question}
          heading={{ size: 'l', isPageHeading: true }}
          values={values}
          errors={errors}
        />
      )}
    </StepPage>
  );
}
