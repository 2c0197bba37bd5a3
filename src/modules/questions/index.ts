export {
  type Answer,
  type Answers,
  answersSchema,
  type GroupItem,
  groupItems,
  hasParts,
  isEmptyAnswer,
  isPlace,
  type PartsAnswer,
  type PlaceAnswer,
  pickedValues,
} from './answers.ts';
export { compileForm, type Form, type FormProblem } from './compile-form.ts';
export {
  type AnsweredSo,
  type Condition,
  conditionSchema,
  ruleSchema,
  type When,
  whenSchema,
} from './condition-schema.ts';
export { type Figure, figuresOn } from './figure-schema.ts';
export { type FoundAddresses, findTypedAddresses } from './find-typed-addresses.ts';
export {
  answersOn,
  askBefore,
  askNamed,
  shownQuestions,
  submittedAnswers,
  withAnswers,
  withMore,
  withoutItem,
} from './flow.ts';
export {
  type Check,
  type FormDefinition,
  formFields,
  formSchema,
  type OtherHelp,
  type Outcome,
  type Step,
} from './form-schema.ts';
export { BY_HAND, HAND_PARTS, placeOfAddress } from './kinds/address.ts';
export { maskedAccount } from './kinds/bank.ts';
export { sayDate } from './kinds/date.ts';
export type { AddressesFound, ReadAnswer, Typed } from './kinds/kind.ts';
export { sayPounds } from './kinds/number.ts';
export { PART_WORDS } from './kinds/parts.ts';
export { EMAIL_MESSAGE, isEmail, isPhone, PHONE_MESSAGE } from './kinds/reach.ts';
export {
  type FieldQuestion,
  isFieldQuestion,
  possibleAnswers,
  type Question,
  type QuestionKind,
  type QuestionOf,
  questionSchema,
} from './question-schema.ts';
export {
  answeredValues,
  errorsOf,
  type Fields,
  lastOf,
  missing,
  readAnswer,
  seenField,
  typedFor,
  typedValues,
} from './read-answer.ts';
export { sayAnswer } from './say-answer.ts';
export { fillValues, sayValue } from './say-value.ts';
export { type StepQuestion, stepQuestions } from './step-questions.ts';
export { type Ask, moreKey, type Walk, walk } from './walk.ts';
