import type { ComponentChildren } from 'preact';
import { Button } from '../components/button/button.tsx';
import type { Size } from '../components/form-field/form-field.tsx';
import { PublicPage, type PublicPageProps } from '../layouts/public-page.tsx';
import { useWords } from '../words.ts';
import { Form, type FormProps } from './form.tsx';

/** The question as label or legend of the field that asks it. */
export interface QuestionHeading {
  text: string;
  size: Size;
  isPageHeading: true;
}

export interface QuestionPageProps
  extends Omit<PublicPageProps, 'title' | 'children'>,
    Pick<FormProps, 'action' | 'hidden' | 'multipart'> {
  question: string;
  /** Over the question: which part of the form this is. */
  caption?: string | undefined;
  /** Under the question, when it is not part of the field. */
  hint?: ComponentChildren;
  continueText?: string | undefined;
  /** After the button: another way to get on. */
  after?: ComponentChildren;
  /** The fields. A single field takes the heading as its label or legend, so that it is read out once. */
  children: ComponentChildren | ((heading: QuestionHeading) => ComponentChildren);
}

/** One thing to ask: a heading that is the question, help, one group of fields, Continue, Back. */
export function QuestionPage({ question, caption, hint, action, hidden, multipart, ...props }: QuestionPageProps) {
  const { children, continueText, after, ...page } = props;
  return (
    <PublicPage {...page} title={caption ? `${question} – ${caption}` : question}>
      {caption ? <span class="govuk-caption-l">{caption}</span> : null}
      <Form action={action} hidden={hidden} multipart={multipart}>
        {typeof children === 'function' ? (
          children({ text: question, size: 'l', isPageHeading: true })
        ) : (
          <>
            <h1 class="govuk-heading-l">{question}</h1>
            {hint ? <div class="govuk-hint">{hint}</div> : null}
            {children}
          </>
        )}
        <ContinueButton text={continueText} />
      </Form>
      {after}
    </PublicPage>
  );
}

function ContinueButton({ text }: { text: string | undefined }) {
  const words = useWords();
  return <Button preventDoubleClick>{text ?? words.continue}</Button>;
}
