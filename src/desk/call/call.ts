import { type ContactView, contactView } from '#modules/contacts';
import type { Match } from '#modules/customers';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import type { SubmittedForm } from '#platform/http/read-form';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import type { StoredFiles } from './stored-files.ts';

export interface CallRoute {
  Params: { id: string };
  Querystring: { find?: string; q?: string; before?: string; step?: string; item?: string; saved?: string };
}

/** A contact that somebody works at the desk, as each press of its screen gets it. */
export interface Call {
  tx: Tx;
  deps: Deps;
  actor: StaffActor;
  contact: ContactView;
  council: { id: string; revision: number };
  form: SubmittedForm;
  /** The files that came with this press, stored already. */
  stored: StoredFiles;
}

/** Where to go on; or what is wrong, with what was typed. `keep` keeps what was written all the same. */
export type CallAnswer = { to: string } | RefusedCall;

interface RefusedCall {
  errors: Errors;
  values?: Values;
  keep?: true;
  /** People on record who may be the one that was to be registered. */
  matches?: readonly Match[];
}

export const callPath = (contactId: string): string => `/desk/contacts/${contactId}`;

/** @throws HttpError 404 where there is no such contact, or the reader handles none. */
export async function contactOf(tx: Tx, actor: StaffActor, id: string): Promise<ContactView> {
  const contact = isId(id) ? await contactView(tx, actor, id) : null;
  if (!contact)
    throw new HttpError(404, 'There is no such contact. Go back to your work and choose one from the list.');
  return contact;
}

const REFUSALS: Readonly<Record<string, string>> = {
  'not-allowed': 'Your sign-in does not let you handle contacts. Ask your manager',
  'not-found': 'There is no such contact any more',
  'somebody-elses': 'A colleague handles this contact now',
  'already-ended': 'This contact has ended. Start another one if they called again',
};

/** A refusal of the contact itself as an error of the page. */
export function refusedCall(refusal: string, values?: Values): CallAnswer {
  return { errors: { call: REFUSALS[refusal] ?? 'That could not be done. Try again' }, ...(values && { values }) };
}
