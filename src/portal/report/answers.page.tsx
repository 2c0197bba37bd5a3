import { english } from '#modules/councils';
import { questionsFor, sayAnswer } from '#modules/forms';
import { type Answer, CheckAnswersPage } from '#ui';
import type { OpenReport } from './on-report.ts';
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
      submitText="Send report"
      after={<ClearAnswers report={report} />}
      sections={[
        { title: english(service.name), answers: [...answersOf(report), ...disputeOf(report)] },
        { title: 'How we can reach you', answers: contactOf(state.contact, paths.contact) },
      ]}
    >
      <h2 class="govuk-heading-m">Now send your report</h2>
      <p class="govuk-body">
        By sending it you say that, as far as you know, it is right. {name} uses what you tell us to deal with this
        report.
        {service.visibility === 'public' ? ' We never show your name, phone number or email address in public.' : null}
      </p>
    </CheckAnswersPage>
  );
}

function answersOf({ service, state, paths }: OpenReport): Answer[] {
  return questionsFor(service.questions, state.answers).map((question) => ({
    question: english(question.label),
    answer: <span class="fd-typed">{sayAnswer(question, state.answers[question.id])}</span>,
    changeHref: paths.question(question.id),
  }));
}

function disputeOf({ state, paths }: OpenReport): Answer[] {
  if (!state.disputes) return [];
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
