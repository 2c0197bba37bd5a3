import type { RecordKind, RetentionRule } from '#modules/councils';

export const RECORD_WORDS: Record<RecordKind, string> = {
  case: 'Cases, with their jobs, promises and story',
  contact: 'Contacts',
  customer: 'Customers',
  submission: 'Answers to questions',
  photo: 'Photos as they are shown',
  'sealed-original': 'Sealed originals of photos and files',
  message: 'Messages that we sent',
  feedback: 'What people said of services, without their names',
  'raw-mail': 'Mail as it came in (none is kept yet)',
  audit: 'The audit',
  'import-side-file': 'Rows that an import refused (kept by whoever ran it)',
};

export const FROM_WORDS: Record<RetentionRule['from'], string> = {
  created: 'when it was made',
  closed: 'when its case ended',
  'last-contact': 'the last contact',
};

export function keepWords({ count, unit }: RetentionRule['keep']): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
