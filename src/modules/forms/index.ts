export { type BegunForm, begunForms, type FormOwner } from './begun-forms.ts';
export { deleteBegunForm, deleteBegunForms } from './delete-begun-form.ts';
export { disposeSubmissions } from './dispose-submissions.ts';
export { type Draft, type DraftEvidence, type DraftState, emptyEvidence, emptyState } from './draft.ts';
export { draftOfContact } from './draft-of-contact.ts';
export { draftOfToken, forgetDraft, forgetDrafts, saveDraft, startDraft } from './drafts.ts';
export { filesInForms } from './files-in-forms.ts';
export { type FormLeft, formsLeft } from './forms-left.ts';
export { type FormToCall, formCalled, formsToCall } from './forms-to-call.ts';
export { goOnWithForm } from './go-on-with-form.ts';
export { defineFormTasks, FORMS_CRONTAB } from './jobs.ts';
export { leaveDrafts } from './leave-drafts.ts';
export { answersMark, markOf } from './mark.ts';
export { labelOf, QuestionField } from './question-field.page.tsx';
export { returnToDraft, type SavedForm, savedForm } from './return-to-draft.ts';
export { saveForLater } from './save-for-later.ts';
export {
  type FormCustomer,
  giveFormBack,
  type OpenSavedRefusal,
  openSavedForm,
  type SavedFormLine,
  savedFormsOf,
  savedFormToCall,
} from './saved-forms.ts';
export { sayUntil } from './say-until.ts';
export { type BankSeal, openBank, sayTheSame, sealBank } from './seal-bank.ts';
export { submit, tieToCase } from './submit.ts';
export { typedNow } from './typed-by.ts';
export { type FilledIn, whoFilledIn } from './who-filled-in.ts';
