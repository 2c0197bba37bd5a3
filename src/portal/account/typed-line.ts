import { fieldOf, type SubmittedForm } from '#platform/http/read-form';

/** One line as typed: control characters of broken pastes and doubled blanks go, letters of every language stay. */
export function typedLine(form: SubmittedForm, name: string): string {
  return fieldOf(form, name)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const LONGEST_NAME = 200;

/** What to do about a name; undefined when it is good. One letter is a name, and so is one word. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'Enter your name';
  return [...name].length > LONGEST_NAME ? `Use ${LONGEST_NAME} characters or fewer for your name` : undefined;
}
