import { mayHandleContacts } from '#modules/contacts';
import type { Actor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import './tables.ts';

/** Somebody who left a form and said that we may call. */
export interface FormToCall {
  id: string;
  serviceSlug: string;
  page: string | null;
  name: string;
  number: string;
  leftAt: Date;
}

/** People who left a form and may be called, the longest ago first. At most a hundred. */
export async function formsToCall(tx: Tx, clock: Clock, councilId: string): Promise<FormToCall[]> {
  const rows = await tx
    .selectFrom('drafts')
    .select(['id', 'service_slug', 'page', 'call_name', 'call_number', 'left_at'])
    .where('council_id', '=', councilId)
    .where('may_call', '=', true)
    .where('called_at', 'is', null)
    .where('submitted_at', 'is', null)
    .where('left_at', 'is not', null)
    .where('expires_at', '>', clock.now())
    .orderBy('left_at')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    serviceSlug: row.service_slug,
    page: row.page,
    name: row.call_name ?? '',
    number: row.call_number ?? '',
    leftAt: row.left_at ?? clock.now(),
  }));
}

/** Somebody who takes calls has called. Done twice, the first stands. @returns whether it was theirs, and still to be done */
export async function formCalled(tx: Tx, clock: Clock, actor: Actor, id: string): Promise<boolean> {
  if (!mayHandleContacts(actor)) return false;
  const called = await tx
    .updateTable('drafts')
    .set({ called_at: clock.now(), called_by: actor.id })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', id)
    .where('may_call', '=', true)
    .where('called_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!called) return false;
  await recordAct(tx, clock, actor, { act: 'form.called', subjectType: 'draft', subjectId: id });
  return true;
}
