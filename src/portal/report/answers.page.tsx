import { english } from '#modules/councils';
import { type Ask, answersOn, sayAnswer, sayValue, type Walk } from '#modules/questions';
import { formOf } from '#modules/services';

import { type Answer, type AnswerSection, CheckAnswersPage } from '#ui';
import { evidenceAsked, evidenceGiven } from './evidence-steps.ts';
import { type OpenReport, stands } from './on-report.ts';
import { ClearAnswers } from './step-page.tsx';

interface AnswersPageProps {
  report: OpenReport;
  error?: string | undefined;
}

/** Everything that was answered, each with a way to change it. */
export function AnswersPage({ report, error }: AnswersPageProps) {
  const { service, state, paths, shell, hidden, directory } = report;
  const { name } = directory.config.profile;
  return (
    <CheckAnswersPage
      {...shell}
      title="Check your answers"
      back={paths.contact}
      search={false}
      action={paths.answers}
      hidden={hidden}
      errors={error === undefined ? {} : { send: error }}
      submitText={service.kind === 'report' ? 'Send report' : 'Send'}
      after={<ClearAnswers report={report} />}
      sections={[
        ...sections(report),
        ...evidenceOf(report),
        ...(state.disputes ? [{ answers: disputeOf(report) }] : []),
        { title: 'How we can reach you', answers: contactOf(state.contact, paths.contact) },
      ]}
    >
      <h2 class="govuk-heading-m">Now send {service.kind === 'report' ? 'your report' : 'it'}</h2>
      <p class="govuk-body">
        By sending it you say that, as far as you know, it is right. {name} uses what you tell us to deal with it, and
        for nothing else.
        {service.visibility === 'public' ? ' We never show your name, phone number or email address in public.' : null}
      </p>
    </CheckAnswersPage>
  );
}

/** A section a step, and one more of what was worked out from the answers. */
function sections(report: OpenReport): AnswerSection[] {
  const stood = stands(report);
  const steps = [...new Set(stood.asks.map(({ step }) => step))];
  const asked = steps.map((step) => ({
    title: english(step.title),
    answers: stood.asks.filter((ask) => ask.step === step).flatMap((ask) => answersTo(report, ask)),
  }));
  const worked = workedOut(report, stood.values);
  return [...asked, ...(worked.length > 0 ? [{ title: 'What we worked out', answers: worked }] : [])];
}

function answersTo({ state, paths }: OpenReport, ask: Ask): Answer[] {
  const given = answersOn(ask, state.answers);
  const which = ask.item === null || !ask.step.repeat ? '' : ` (${english(ask.step.repeat.each)} ${ask.item + 1})`;
  const isOurs = (id: string) => state.typedBy[ask.item === null ? id : ask.step.id] !== undefined;
  return ask.questions.map((question) => ({
    question: `${english(question.label)}${which}`,
    answer: (
      <>
        <span class="fd-typed">{sayAnswer(question, given[question.id])}</span>
        {isOurs(question.id) ? <span class="govuk-hint"> Our adviser typed this with you</span> : null}
      </>
    ),
    changeHref: paths.question(ask.key),
  }));
}

function workedOut({ service }: OpenReport, values: Walk['values']): Answer[] {
  return formOf(service).definition.values.flatMap((value) =>
    value.label ? [{ question: english(value.label), answer: sayValue(value, values[value.id]) }] : [],
  );
}

const PLAN_WORDS = {
  upload: 'You have added it',
  seen: 'You have shown it to us',
  later: 'You will send it later',
  'in-person': 'You will show it to us in person',
  not: 'You will not send it',
} as const;

/** How each piece of evidence will be shown. */
function evidenceOf(report: OpenReport): AnswerSection[] {
  const answers = evidenceAsked(report).map(({ id, name }): Answer => {
    const { how, fileIds } = evidenceGiven(report, id);
    const count = fileIds.length > 1 ? `: ${fileIds.length} files` : '';
    const answer = how === null ? 'Not said yet' : `${PLAN_WORDS[how]}${how === 'upload' ? count : ''}`;
    return { question: english(name), answer, changeHref: report.paths.evidence(id) };
  });
  return answers.length > 0 ? [{ title: 'Evidence', answers }] : [];
}

function disputeOf({ paths }: OpenReport): Answer[] {
  return [{ question: 'What the crew wrote down', answer: 'You say that it is not right', changeHref: paths.known }];
}

function contactOf(contact: OpenReport['state']['contact'], changeHref: string): Answer[] {
  const { name = '', email = '', phone = '' } = contact ?? {};
  return [
    { question: 'Your name', answer: name || 'Not given', changeHref },
    { question: 'Email address', answer: email || 'Not given', changeHref },
    { question: 'Phone number', answer: phone || 'Not given', changeHref },
  ];
}
