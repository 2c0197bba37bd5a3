import { english, inLanguage } from '#modules/councils';
import { labelOf, QuestionField } from '#modules/forms';
import {
  type Answer,
  type Answers,
  type Ask,
  answeredValues,
  errorsOf,
  isFieldQuestion,
  readAnswer,
  typedFor,
  typedValues,
  withAnswers,
} from '#modules/questions';
import type { Errors, Values } from '#ui';
import { goOn } from './go-on.ts';
import { knownOf } from './known-of-account.ts';
import { answered, type OpenReport, type StepAnswer, stands, today } from './on-report.ts';
import { pageBefore } from './report-steps.ts';
import { StepPage } from './step-page.tsx';

/** A page of fields, with what was answered before. */
export async function askFields(report: OpenReport, ask: Ask, given: Answers): Promise<StepAnswer> {
  const known = await knownOf(report, ask);
  const values = ask.questions
    .filter(isFieldQuestion)
    .map((question) => answeredValues(question, given[question.id] ?? (question.prefill && known[question.prefill])));
  const problem = stands(report).problem;
  const isHere = problem !== null && ask.questions.some(({ id }) => id === problem.at);
  return {
    page: page(
      report,
      ask,
      Object.assign({}, ...values) as Values,
      isHere ? { [problem.at]: english(problem.say) } : {},
    ),
  };
}

/** Take what was typed; everything that is wrong on the page is said at once. */
export async function takeFields(report: OpenReport, ask: Ask): Promise<StepAnswer> {
  const answers: Record<string, Answer> = {};
  const errors: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const question of ask.questions.filter(isFieldQuestion)) {
    const typed = typedFor(question, report.form.fields, today(report));
    Object.assign(values, typedValues(question, typed));
    const read = readAnswer(question, typed);
    if (read.ok) answers[question.id] = read.answer;
    else Object.assign(errors, errorsOf(question, read));
  }
  if (Object.keys(errors).length === 0) {
    const problem = stands(wouldStand(report, ask, answers)).problem;
    const at = ask.questions.find(({ id }) => id === problem?.at) ?? ask.questions.at(-1);
    if (problem && at) errors[at.id] = english(problem.say);
  }
  if (Object.keys(errors).length > 0) return { page: page(report, ask, values, errors), status: 422 };
  return await goOn(await answered(report, ask, answers));
}

function wouldStand(report: OpenReport, ask: Ask, given: Answers): OpenReport {
  return { ...report, state: { ...report.state, answers: withAnswers(ask, report.state.answers, given) } };
}

function page(report: OpenReport, ask: Ask, values: Values, errors: Errors) {
  const { step, questions, item } = ask;
  const [only] = questions;
  const isAlone = questions.length === 1 && only !== undefined;
  const title = isAlone ? labelOf(only, 'en') : english(step.title);
  const place = item === null || !step.repeat ? '' : `${inLanguage(step.repeat.each)} ${item + 1}`;
  return (
    <StepPage
      report={report}
      question={place === '' ? title : `${title} (${place})`}
      back={pageBefore(report, report.paths, ask)}
      errors={errors}
    >
      {(heading) => (
        <>
          {isAlone ? null : (
            <>
              <h1 class="govuk-heading-l">{heading.text}</h1>
              {step.intro ? <p class="govuk-body">{english(step.intro)}</p> : null}
            </>
          )}
          {questions.filter(isFieldQuestion).map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              heading={isAlone ? { size: 'l', isPageHeading: true } : { size: 's' }}
              values={values}
              errors={errors}
            />
          ))}
        </>
      )}
    </StepPage>
  );
}
