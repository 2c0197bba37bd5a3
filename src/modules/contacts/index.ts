import './tables.ts';

export { abandonContact } from './abandon-contact.ts';
export { addQuestion } from './add-question.ts';
export type { Recipient } from './choose-channel.ts';
export {
  contactHistory,
  type HistoryItem,
  type HistoryKey,
  type HistoryPage,
  type HistoryQuestion,
} from './contact-history.ts';
export { endContact } from './end-contact.ts';
export { contactEvents } from './events.ts';
export { identifyContact } from './identify-contact.ts';
export { CONTACTS_CRONTAB, defineContactTasks } from './jobs.ts';
export { missedPromiseOf } from './missed-promise.ts';
export { plainWords } from './plain-words.ts';
export { mayHandleContacts } from './policy.ts';
export { recordCause } from './record-cause.ts';
export { type RecordedContact, recordContact } from './record-contact.ts';
export { MESSAGE_VARIABLES, type MessageVariable, type MessageVariables, withAddresses } from './render-template.ts';
export { type SendMessageResult, sendMessage } from './send-message.ts';
export { startContact } from './start-contact.ts';
export * from './words.ts';
export type { Question } from './write-question.ts';
