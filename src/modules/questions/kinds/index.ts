import type { QuestionKind, QuestionOf } from '../question-schema.ts';
import { address } from './address.ts';
import { bank } from './bank.ts';
import { choice, choices, declaration, yesNo } from './choice.ts';
import { date, partDate } from './date.ts';
import type { KindOf } from './kind.ts';
import { money, number } from './number.ts';
import { organisation, person } from './parts.ts';
import { email, phone } from './reach.ts';
import { file, photo, place } from './stored.ts';
import { longText, name, text } from './text.ts';

/** Every kind of question. A new one is a file here, a schema and a component. */
const KINDS: { readonly [Kind in QuestionKind]: KindOf<Kind> } = {
  text,
  'long-text': longText,
  number,
  money,
  choice,
  choices,
  'yes-no': yesNo,
  declaration,
  date,
  'part-date': partDate,
  name,
  email,
  phone,
  address,
  place,
  photo,
  file,
  person,
  organisation,
  bank,
};

/** What depends on a question's kind. A kind reads only questions of its own, which the type above holds. */
export function kindOf<Kind extends QuestionKind>(question: QuestionOf<Kind>): KindOf<Kind> {
  return KINDS[question.kind];
}
