import { type ExpressionBuilder, sql } from 'kysely';
import { mayHandleContacts } from '#modules/contacts';
import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import './tables.ts';

/** Whose forms staff may open: by the account and the email addresses of the customer who is with them. */
export interface FormCustomer {
  accountId: string | null;
  /** In lower case. */
  emails: readonly string[];
}

/** A form that a customer began online and did not send. */
export interface SavedFormLine {
  id: string;
  serviceSlug: string;
  serviceVersion: number;
  changedAt: Date;
  keptUntil: Date;
}

const MOST = 20;

/** The forms of a customer that can be gone on with, the newest first; none that they fill in for somebody else. */
export function savedFormsOf(
  tx: Tx,
  clock: Clock,
  councilId: string,
  customer: FormCustomer,
): Promise<SavedFormLine[]> {
  return openForms(tx, clock, councilId)
    .where((eb) => eb.or(customersOwn(eb, customer)))
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute();
}

/** A form whose owner said that we may call them about it, on the number that they gave. */
export interface CalledForm {
  id: string;
  number: string;
}

export function savedFormToCall(
  tx: Tx,
  clock: Clock,
  councilId: string,
  called: CalledForm,
): Promise<SavedFormLine | undefined> {
  return openForms(tx, clock, councilId)
    .where('id', '=', called.id)
    .where('may_call', '=', true)
    .where('call_number', '=', called.number)
    .executeTakeFirst();
}

interface OpenSavedForm {
  draftId: string;
  contactId: string;
  customerId: string | null;
  /** The customer who is with them, identity checked; null while nobody is. */
  owner: FormCustomer | null;
  /** The number that was rung, where the contact is a call about this form. */
  rung: string | null;
}

export type OpenSavedRefusal = 'not-allowed' | 'not-found';
type OpenSavedResult = { ok: true } | { ok: false; refusal: OpenSavedRefusal };

/**
 * Go on with a customer's form in a contact, as they asked. It stays theirs: their link and their browser open it as
 * before, and it comes back to them whole when the contact does not send it (B-42, A-19).
 */
export async function openSavedForm(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { draftId, contactId, customerId, owner, rung }: OpenSavedForm,
): Promise<OpenSavedResult> {
  if (!mayHandleContacts(actor)) return { ok: false, refusal: 'not-allowed' };
  const theirs = openForms(tx, clock, actor.councilId)
    .clearSelect()
    .select('id')
    .where('id', '=', draftId)
    .where((eb) =>
      eb.or([
        eb.and([eb('may_call', '=', true), eb('call_number', '=', rung)]),
        ...(owner ? customersOwn(eb, owner) : []),
      ]),
    );
  const opened = await tx
    .updateTable('drafts')
    .set({ contact_id: contactId, helped_by: actor.id, helped_at: clock.now(), left_at: null })
    .set(customerId === null ? {} : { customer_id: customerId })
    .where('council_id', '=', actor.councilId)
    .where('id', 'in', theirs)
    .returning('id')
    .executeTakeFirst();
  if (!opened) return { ok: false, refusal: 'not-found' };
  const act = { act: 'form.opened-for-customer', subjectType: 'draft', subjectId: draftId };
  await recordAct(tx, clock, actor, { ...act, detail: { contactId, consent: true } });
  return { ok: true };
}

/** Give a customer's form back to them: the contact has no part in it any more, and nothing of it is lost. */
export async function giveFormBack(tx: Tx, councilId: string, draftId: string): Promise<void> {
  await tx
    .updateTable('drafts')
    .set({ contact_id: null })
    .where('council_id', '=', councilId)
    .where('id', '=', draftId)
    .execute();
}

function openForms(tx: Tx, clock: Clock, councilId: string) {
  return tx
    .selectFrom('drafts')
    .select(['id', 'service_slug as serviceSlug', 'service_version as serviceVersion'])
    .select(['updated_at as changedAt', 'expires_at as keptUntil'])
    .where('council_id', '=', councilId)
    .where('submitted_at', 'is', null)
    .where('grant_id', 'is', null)
    .where('expires_at', '>', clock.now());
}

type DraftsWhere = ExpressionBuilder<Database, 'drafts'>;

function customersOwn(eb: DraftsWhere, { accountId, emails }: FormCustomer) {
  return [
    eb('account_id', '=', accountId),
    eb.and([
      eb('account_id', 'is', null),
      eb(eb.fn<string>('lower', ['saved_to']), '=', sql<string>`any(${[...emails]}::text[])`),
    ]),
  ];
}
