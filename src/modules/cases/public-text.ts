import type { Answers, Question } from '#modules/questions';
import type { CaseService } from './case-service.ts';

export interface PublicText {
  publicText: string | null;
  publicState: 'private' | 'to-review' | 'public';
}

const REMOVED = '[removed]';
const EMAIL = /[^\s@<>()[\]]+\s?@\s?[^\s@<>()[\]]+\.[^\s@<>()[\]]+/giu;
/** Thirteen digits or more with single separators: a card, an account, a national number. */
const CARD = /\b\d(?:[ -]?\d){12,18}\b/g;
const PHONE = /(?:\+|\b)(?:44|0)[\d ()./-]{8,15}\d\b/g;
const STREET =
  'avenue|close|court|crescent|drive|gardens|green|grove|hill|house|lane|mews|parade|park|place|rise|road|square|street|terrace|view|walk|way|ave|rd|st';
const POSTCODE = '[A-Z]{1,2}\\d[A-Z\\d]?\\s*\\d[A-Z]{2}\\b';
/** "14 Elm Road, RM17 5AA", "Flat 2, 14 RM17 5AA": a house with its postcode points to a household. */
const HOUSE_AND_POSTCODE = new RegExp(
  `\\b(?:(?:flat|apartment|unit)\\s+\\w+,?\\s+)?\\d{1,4}[a-z]?\\b,?\\s*(?:[^\\n.;]{0,60}?\\b(?:${STREET})\\b[^\\n.;]{0,40}?)?${POSTCODE}`,
  'gi',
);
/** A number before a postcode that may or may not be a house: "number nine, I mean 9, near RM17 5AA". */
const PERHAPS_HOUSE = new RegExp(`\\b\\d{1,4}[a-z]?\\b[^\\n.;]{0,60}?\\b${POSTCODE}`, 'i');
/** What no rule can judge: links, people spoken of, number plates, dates of birth, leftover long numbers. */
const DOUBTFUL =
  /https?:|www\.|@|\d{5,}|\b(?:my|her|his|their) (?:name|neighbour|son|daughter|husband|wife|partner|landlord|tenant)\b|\b(?:mrs?|ms|miss|dr)\b\.? ?\p{L}|\bborn\b|\b[A-Z]{2}\d{2} ?[A-Z]{3}\b|\b(?:racist|abus\w*|drugs?|police|threat\w*)\b/iu;

/**
 * What may be read in public of a report: the answers that the definition publishes, without email addresses, phone
 * numbers, houses with their postcodes, card numbers and the names that the reporter gave. What a rule cannot judge
 * waits for a person (`to-review`); a private service publishes nothing.
 *
 * @param names as the reporter gave them: their own, the subject's
 * @see docs/domain/cases.md#public (source: issue, "public text is free of personal data by rule and by review")
 */
export function publicTextFor(
  service: Pick<CaseService, 'visibility' | 'questions'>,
  answers: Answers,
  names: readonly string[],
): PublicText {
  if (service.visibility === 'private') return { publicText: null, publicState: 'private' };
  const typed = withoutPersonalData(publishedWords(service, answers), names);
  return { publicText: typed, publicState: isDoubtful(typed) ? 'to-review' : 'public' };
}

function isDoubtful(text: string): boolean {
  return DOUBTFUL.test(text) || PERHAPS_HOUSE.test(text);
}

/** Take out what can be recognised for certain; each is replaced by "[removed]". */
export function withoutPersonalData(text: string, names: readonly string[]): string {
  const patterns = [EMAIL, CARD, HOUSE_AND_POSTCODE, PHONE, ...names.flatMap(namePatterns)];
  return patterns.reduce((rest, pattern) => rest.replace(pattern, REMOVED), text);
}

function publishedWords({ questions }: Pick<CaseService, 'questions'>, answers: Answers): string {
  return questions
    .filter(({ publish }) => publish)
    .map((question) => wordsOf(question, answers[question.id]))
    .filter((words) => words !== '')
    .join('. ');
}

function wordsOf(question: Question, given: unknown): string {
  if (question.kind === 'text' || question.kind === 'long-text') return typeof given === 'string' ? given.trim() : '';
  if (question.kind !== 'choice' && question.kind !== 'choices') return '';
  const picked: readonly unknown[] = Array.isArray(given) ? given : [given];
  const labels = question.options.filter(({ value }) => picked.includes(value)).map(({ label }) => label.en);
  return labels.join(', ');
}

const SHORTEST_NAME = 2;

function namePatterns(name: string): RegExp[] {
  const parts = name.split(/\s+/).filter((part) => part.length >= SHORTEST_NAME);
  return [name.trim(), ...parts]
    .filter((part) => part.length >= SHORTEST_NAME)
    .map((part) => new RegExp(`(?<!\\p{L})${literally(part)}(?!\\p{L})`, 'giu'));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
