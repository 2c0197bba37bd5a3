import { english, inLanguage } from '#modules/councils';
import { labelOf, QuestionField } from '#modules/forms';
import { ATTRIBUTIONS } from '#modules/places';
import {
  type Answer,
  type Answers,
  type Ask,
  answeredValues,
  errorsOf,
  type FoundAddresses,
  findTypedAddresses,
  isFieldQuestion,
  lastOf,
  readAnswer,
  typedFor,
  typedValues,
  withAnswers,
} from '#modules/questions';
import type { Errors, Values } from '#ui';
import { Attribution } from '../attribution.page.tsx';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { goOn } from './go-on.ts';
import { knownOf } from './known-of-account.ts';
import { answered, type OpenReport, type StepAnswer, stands, today } from './on-report.ts';
import { pageBefore } from './report-steps.ts';
import { KeepAsItIs, StepPage } from './step-page.tsx';
import { askMark, withMark } from './stood.ts';

/** A page of fields, with what was answered before. */
export async function askFields(report: OpenReport, ask: Ask, given: Answers): Promise<StepAnswer> {
  const known = await knownOf(report, ask);
  const all = ask.questions
    .filter(isFieldQuestion)
    .map((question) => answeredValues(question, given[question.id] ?? (question.prefill && known[question.prefill])));
  const values = Object.assign({}, ...all) as Values;
  const problem = stands(report).problem;
  const isHere = problem !== null && ask.questions.some(({ id }) => id === problem.at);
  const errors = isHere ? { [problem.at]: english(problem.say) } : {};
  return { page: page(report, { ask, values, errors, addresses: await addressesFor(report, ask, values) }) };
}

/** Take what was typed; everything that is wrong on the page is said at once. */
export async function takeFields(report: OpenReport, ask: Ask): Promise<StepAnswer> {
  const typed = await readFields(report, ask);
  const { answers, values, errors, addresses } = typed;
  const changed = changedMeanwhile(report, ask, answers);
  if (changed) {
    const both = { ...errors, ...changed };
    return { page: page(report, { ask, values, errors: both, addresses, isKept: true }), status: 409 };
  }
  if (Object.keys(errors).length === 0) {
    const problem = stands(wouldStand(report, ask, answers)).problem;
    const at = ask.questions.find(({ id }) => id === problem?.at) ?? ask.questions.at(-1);
    if (problem && at) errors[at.id] = english(problem.say);
  }
  if (typed.isLookUp && ask.questions.length === 1) {
    return { page: page(report, { ask, values, errors: {}, addresses }) };
  }
  if (Object.keys(errors).length > 0) return { page: page(report, { ask, values, errors, addresses }), status: 422 };
  return await goOn(await answered(report, ask, answers));
}

interface FieldsRead {
  answers: Record<string, Answer>;
  errors: Record<string, string>;
  values: Record<string, unknown>;
  addresses: FoundAddresses;
  /** Nothing is wrong but that an address is still to be chosen from what was found now. */
  isLookUp: boolean;
}

async function readFields(report: OpenReport, ask: Ask): Promise<FieldsRead> {
  const { fields } = report.form;
  const questions = ask.questions.filter(isFieldQuestion);
  const addresses = await addressesFor(report, ask, lastOf(fields));
  const read: FieldsRead = { answers: {}, errors: {}, values: {}, addresses, isLookUp: false };
  for (const question of questions) {
    const typed = typedFor(question, fields, { today: today(report), addresses });
    Object.assign(read.values, typedValues(question, typed));
    const one = readAnswer(question, typed);
    if (one.ok) read.answers[question.id] = one.answer;
    else Object.assign(read.errors, errorsOf(question, one));
    if (!one.ok && one.isLookUp) read.isLookUp = true;
  }
  return read;
}

/** What the council's list has for the postcodes of this page. */
function addressesFor({ tx, actor, directory }: OpenReport, { questions }: Ask, values: Values) {
  const { profile } = directory.config;
  return findTypedAddresses(tx, { councilId: actor.councilId, profile, questions, values });
}

function wouldStand(report: OpenReport, ask: Ask, given: Answers): OpenReport {
  return { ...report, state: { ...report.state, answers: withAnswers(ask, report.state.answers, given) } };
}

interface FieldsPage {
  ask: Ask;
  values: Values;
  errors: Errors;
  addresses: FoundAddresses;
  /** Something is kept already that what was typed would take the place of. */
  isKept?: boolean;
}

function page(report: OpenReport, { ask, values, errors, addresses, isKept = false }: FieldsPage) {
  const { step, questions, item } = ask;
  const [only] = questions;
  const isAlone = questions.length === 1 && only !== undefined;
  const title = isAlone ? labelOf(only, 'en') : english(step.title);
  const place = item === null || !step.repeat ? '' : `${inLanguage(step.repeat.each)} ${item + 1}`;
  return (
    <StepPage
      report={withMark(report, askMark(report, ask))}
      question={place === '' ? title : `${title} (${place})`}
      back={pageBefore(report, report.paths, ask)}
      errors={errors}
      after={
        <>
          {isKept ? <KeepAsItIs report={report} /> : null}
          {addresses.size > 0 ? <Attribution of={ATTRIBUTIONS.postcodes} /> : null}
        </>
      }
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
              found={addresses.get(question.id)}
            />
          ))}
        </>
      )}
    </StepPage>
  );
}
