import type { AccountActor } from '#modules/accounts';
import { partyChanged } from '#modules/cases';
import { recordContact } from '#modules/contacts';
import { recordIdsOf } from '#modules/customers';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';

interface Change {
  /** In words that follow "The customer changed": "their address". */
  what: string;
  reach?: { kind: 'email' | 'phone'; to: string };
}

/**
 * Details were changed once: the contact stands in the history, and every open case of theirs is told, so that nobody
 * has to be rung up about it.
 */
export async function tellOfChange(
  tx: Tx,
  { clock }: Deps,
  account: AccountActor,
  { what, reach }: Change,
): Promise<void> {
  const customerIds = await recordIdsOf(tx, account.councilId, account.clusterId);
  await recordContact(tx, clock, account, {
    channel: 'web',
    direction: 'in',
    handled: 'automatic',
    customerId: account.customerId,
    questions: [{ act: 'change', reason: 'details' }],
    summary: `Changed ${what} in their account`,
  });
  await partyChanged(tx, clock, account, { customerIds, what, ...(reach && { reach }) });
}
