export { disposeSubmissions } from './dispose-submissions.ts';
export { type Draft, type DraftState, emptyState } from './draft.ts';
export { draftOfContact } from './draft-of-contact.ts';
export { draftOfToken, forgetDraft, forgetDrafts, saveDraft, startDraft } from './drafts.ts';
export { labelOf, QuestionField } from './question-field.page.tsx';
export { submit, tieToCase } from './submit.ts';
