import type { CustomerView } from '#modules/customers';
import type { Answer, Answers, Question } from '#modules/questions';

/**
 * What is on record of the customer of the contact, by what a question is prefilled with. It is read anew each time
 * from the customer who is identified now, and from nobody else: neither the last caller nor whoever types.
 */
export function onRecord(customer: CustomerView | null): Answers {
  if (!customer) return {};
  const { name, bornOn, address, postcode, uprn } = customer;
  const text = [address, postcode].filter(Boolean).join(', ');
  const known: Record<string, Answer | null> = {
    name: name || null,
    born: bornOn,
    email: reach(customer, 'email'),
    phone: reach(customer, 'phone'),
    address: address ? { text, ...(postcode && { postcode }), ...(uprn !== null && { uprn }) } : null,
  };
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, Answer] => entry[1] !== null && entry[1] !== ''),
  );
}

/** What is on record for one question; undefined where nothing is. */
export function recordFor(question: Question, known: Answers): Answer | undefined {
  if (question.kind === 'person' && question.about === 'you') {
    const parts = question.ask.flatMap((part) =>
      typeof known[part] === 'string' ? [[part, known[part]] as const] : [],
    );
    return parts.length > 0 ? { parts: Object.fromEntries(parts) } : undefined;
  }
  return question.prefill === undefined ? undefined : known[question.prefill];
}

function reach({ reaches }: CustomerView, kind: 'email' | 'phone'): string | null {
  const ofKind = reaches.filter((one) => one.kind === kind);
  return (ofKind.find(({ isPreferred }) => isPreferred) ?? ofKind[0])?.value ?? null;
}
