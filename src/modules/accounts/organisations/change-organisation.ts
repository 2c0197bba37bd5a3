import { changeCustomer, customerRecord } from '#modules/customers';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from '../actor.ts';
import type { OrganisationKind } from '../tables.ts';
import { inNameOf, ownedOrganisation } from './own-organisation.ts';

interface ChangeOrganisation {
  /** The owner's right to act for it. */
  grantId: string;
  name: string;
  kind: OrganisationKind;
  /** As `readOrganisationNumber` gives it. */
  number: string | null;
}

export type ChangeOrganisationResult = { ok: true } | { ok: false; refusal: 'not-an-owner' | 'no-name' };

/** An owner puts right what the organisation is called, what it is, or its number. The audit says which, never what. */
export async function changeOrganisation(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { grantId, name, kind, number }: ChangeOrganisation,
): Promise<ChangeOrganisationResult> {
  const { councilId } = actor;
  const own = await ownedOrganisation(tx, actor, grantId);
  const record = own && (await customerRecord(tx, councilId, own.customerId));
  if (!own || !record) return { ok: false, refusal: 'not-an-owner' };
  const { customerId } = own;
  const changed = await changeCustomer(tx, clock, inNameOf(actor, own), { ...record, name, customerId });
  if (!changed.ok) return { ok: false, refusal: 'no-name' };
  const before = await tx
    .selectFrom('organisations')
    .select(['kind', 'number'])
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('organisations')
    .set({ kind, number })
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .execute();
  const facts = [
    ...(own.name === name ? [] : ['name']),
    ...(before.kind === kind ? [] : ['kind']),
    ...(before.number === number ? [] : ['number']),
  ];
  if (facts.length === 0) return { ok: true };
  const about = { subjectType: 'customer', subjectId: customerId, detail: { facts } };
  await recordAct(tx, clock, actor, { act: 'account.organisation-changed', ...about });
  return { ok: true };
}
