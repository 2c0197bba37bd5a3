import { type CaseRow, findCase } from '#modules/cases';
import { isCustomer } from '#modules/customers';
import type { Tx } from '#platform/db';
import { HttpError } from '#platform/http/http-error';

/** A case by id or reference, or 404. */
export async function caseNamed(tx: Tx, councilId: string, named: string): Promise<CaseRow> {
  const itsCase = await findCase(tx, councilId, named);
  if (!itsCase) throw new HttpError(404, 'There is no case of this reference.', 'reference');
  return itsCase;
}

/** Throws 400 where a program names a customer who is not on record. */
export async function checkCustomer(tx: Tx, councilId: string, customerId: string | null | undefined): Promise<void> {
  if (customerId && !(await isCustomer(tx, councilId, customerId)))
    throw new HttpError(400, 'There is no customer of this id.', 'customerId');
}

const CONFLICTS = [
  'ended',
  'already-ended',
  'already-due',
  'blocked',
  'decided',
  'nobody-to-tell',
  'not-disputable',
  'not-ended',
  'not-public',
  'paused',
  'too-late',
];

/** What a case or an incident refused, as a problem; `fields` says which field of the body is meant. */
export function refused(
  refusal: string,
  { detail, fields = {} }: { detail?: string | undefined; fields?: Readonly<Record<string, string>> } = {},
): HttpError {
  if (refusal === 'not-found') return new HttpError(404, 'There is nothing of this reference.', 'reference');
  if (refusal === 'not-allowed') return new HttpError(403, 'This program may not do this.');
  const words = detail ?? `It was not taken: ${refusal.replaceAll('-', ' ')}.`;
  return new HttpError(CONFLICTS.includes(refusal) ? 409 : 400, words, fields[refusal]);
}

/** Without the fields that were not sent: absent and undefined are two things to the functions below. */
export function defined<T extends object>(body: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
