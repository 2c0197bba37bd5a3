import './tables.ts';

export { abandonContact } from './abandon-contact.ts';
export { type AcknowledgeMarkResult, acknowledgeMark } from './acknowledge-mark.ts';
export { addQuestion } from './add-question.ts';
export type { Recipient } from './choose-channel.ts';
export {
  contactHistory,
  type HistoryItem,
  type HistoryKey,
  type HistoryPage,
  type HistoryQuestion,
} from './contact-history.ts';
export { type ContactQuestion, type ContactView, contactView } from './contact-view.ts';
export { disposeAboutCases, disposeContacts, disposeMessages, markIdsOf } from './dispose-contacts.ts';
export { endContact } from './end-contact.ts';
export { type EndMark, type EndMarkResult, endMark } from './end-mark.ts';
export { contactEvents } from './events.ts';
export { firstContactAbout } from './first-contact-about.ts';
export { identifyContact } from './identify-contact.ts';
export { CONTACTS_CRONTAB, defineContactTasks } from './jobs.ts';
export { type Journey, type JourneyLine, journey, type Total, totalOf } from './journey.ts';
export { type Letter, type LetterKey, lettersToPost } from './letters-to-post.ts';
export { liveContacts } from './live-contacts.ts';
export { type MarkResult, markCase, markContact } from './mark-subject.ts';
export { type MarkView, marksOf } from './marks-of.ts';
export { sealMessageCode } from './message-code.ts';
export { type MessageView, messageView } from './message-view.ts';
export { type MessageTo, messagesTo } from './messages-to.ts';
export { missedPromiseOf } from './missed-promise.ts';
export { outboxList } from './outbox-list.ts';
export { pageSeen } from './page-seen.ts';
export { plainWords } from './plain-words.ts';
export { mayHandleContacts } from './policy.ts';
export { type PostLettersResult, postLetters } from './post-letters.ts';
export { type Priced, priceContact } from './price-contact.ts';
export { recordCause } from './record-cause.ts';
export { type RecordedContact, recordContact } from './record-contact.ts';
export { recordSelfService } from './record-self-service.ts';
export { type MessageVariables, withAddresses } from './render-template.ts';
export { type RetryMessageResult, retryMessage } from './retry-message.ts';
export { sampleMessage } from './sample-message.ts';
export { type SendMessageResult, sendMessage } from './send-message.ts';
export { type MarkKey, type MarkLine, type MarkWork, oneMark, standingMarks } from './standing-marks.ts';
export { startContact } from './start-contact.ts';
export { holdContact, takeContact } from './take-contact.ts';
export { takeReceipt } from './take-receipt.ts';
export { transferContact } from './transfer-contact.ts';
export { type WaitingContact, waitingContacts } from './waiting-contacts.ts';
export * from './words.ts';
export { wrapUp } from './wrap-up.ts';
export { type WrapUpQuestion, wrapUpQuestions } from './wrap-up-questions.ts';
export type { Question } from './write-question.ts';
