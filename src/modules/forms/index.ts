export { type Answer, type Answers, isEmptyAnswer, isPlace, type PlaceAnswer } from './answers.ts';
export { type Draft, type DraftState, emptyState } from './draft.ts';
export { draftOfToken, forgetDrafts, saveDraft, startDraft } from './drafts.ts';
export { answersThatHold, nextQuestion, questionBefore, questionsFor } from './flow.ts';
export { type FieldQuestion, isFieldQuestion, missing, type ReadAnswer, readAnswer } from './read-answer.ts';
export { sayAnswer } from './say-answer.ts';
export { submit, tieToCase } from './submit.ts';
