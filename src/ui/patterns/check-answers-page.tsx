import type { ComponentChildren } from 'preact';
import { Button } from '../components/button/button.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list/summary-list.tsx';
import { PublicPage, type PublicPageProps } from '../layouts/public-page.tsx';
import { wordsFor } from '../words.ts';
import { Form, type FormProps } from './form.tsx';

export interface Answer {
  question: string;
  answer: ComponentChildren;
  /** Where to change it. Absent for what cannot be changed here. */
  changeHref?: string | undefined;
}

export interface AnswerSection {
  title?: string | undefined;
  answers: readonly Answer[];
}

export interface CheckAnswersPageProps
  extends Omit<PublicPageProps, 'title' | 'children'>,
    Pick<FormProps, 'action' | 'hidden'> {
  title?: string | undefined;
  sections: readonly AnswerSection[];
  /** What pressing the button does: "Send report". */
  submitText: string;
  /** Over the button: what sending means. */
  children?: ComponentChildren;
  /** After the button: another way to get on. */
  after?: ComponentChildren;
}

/** Everything that was answered, each with a way to change it, before it is sent. */
export function CheckAnswersPage({
  title,
  sections,
  submitText,
  action,
  hidden,
  children,
  after,
  ...page
}: CheckAnswersPageProps) {
  const words = wordsFor(page.lang ?? 'en');
  const heading = title ?? words.checkAnswers;
  return (
    <PublicPage {...page} title={heading}>
      <h1 class="govuk-heading-l">{heading}</h1>
      {sections.map((section, index) => (
        <div key={index}>
          {section.title ? <h2 class="govuk-heading-m">{section.title}</h2> : null}
          <SummaryList
            rows={section.answers.map((answer) => answerRow(answer, words.change))}
            class="govuk-!-margin-bottom-9"
          />
        </div>
      ))}
      <Form action={action} hidden={hidden}>
        {children}
        <Button preventDoubleClick>{submitText}</Button>
      </Form>
      {after}
    </PublicPage>
  );
}

function answerRow({ question, answer, changeHref }: Answer, change: string): SummaryRow {
  const actions = changeHref ? [{ text: change, href: changeHref, hidden: question.toLowerCase() }] : [];
  return { key: question, value: answer, actions };
}
