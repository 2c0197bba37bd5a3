import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { AccountActor } from '../actor.ts';
import { customerForAccount } from '../customer-for-account.ts';
import type { OrganisationKind } from '../tables.ts';
import { USER_SCOPES } from './invite-user.ts';

interface MakeOrganisation {
  name: string;
  kind: OrganisationKind;
  /** At Companies House or with a charity regulator, as `readOrganisationNumber` gives it. */
  number: string | null;
}

/**
 * Make an account for an organisation; whoever makes it is its first owner. It is a customer record of its own: nothing
 * shows that the person speaks for an organisation that is on record already, so staff merge the two where they do.
 *
 * @returns the owner's right to act for it
 */
export async function makeOrganisation(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { name, kind, number }: MakeOrganisation,
): Promise<{ grantId: string }> {
  const { councilId, id: accountId } = actor;
  const now = clock.now();
  const customerId = await customerForAccount(tx, clock, { councilId, name, proven: null, kind: 'organisation' });
  await tx
    .insertInto('organisations')
    .values({ council_id: councilId, customer_id: customerId, kind, number, made_by: accountId, made_at: now })
    .execute();
  const grantId = newId(clock);
  await tx
    .insertInto('account_grants')
    .values({
      council_id: councilId,
      id: grantId,
      customer_id: customerId,
      kind: 'owner',
      scopes: [...USER_SCOPES],
      invited_name: actor.name,
      invited_email: await emailOf(tx, actor),
      granted_by: accountId,
      made_at: now,
      ends_on: null,
      account_id: accountId,
      accepted_at: now,
    })
    .execute();
  await recordAct(tx, clock, actor, {
    act: 'account.organisation-made',
    subjectType: 'customer',
    subjectId: customerId,
  });
  return { grantId };
}

async function emailOf(tx: Tx, { councilId, id }: AccountActor): Promise<string> {
  const row = await tx
    .selectFrom('accounts')
    .select(['email', 'mobile'])
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.email ?? row.mobile ?? '';
}
