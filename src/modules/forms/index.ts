export { type Answer, type Answers, isEmptyAnswer, isPlace, type PlaceAnswer } from './answers.ts';
export { type Draft, type DraftState, emptyState } from './draft.ts';
export { draftOfToken, forgetDraft, forgetDrafts, saveDraft, startDraft } from './drafts.ts';
export { answersThatHold, nextQuestion, questionBefore, questionsFor } from './flow.ts';
export { labelOf, QuestionField } from './question-field.page.tsx';
export { type FieldQuestion, isFieldQuestion, missing, type ReadAnswer, readAnswer } from './read-answer.ts';
export { sayAnswer } from './say-answer.ts';
export { submit, tieToCase } from './submit.ts';
export { answeredValues, typedFor, typedValues } from './typed-answer.ts';
