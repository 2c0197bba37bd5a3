import { customerReaches, customerRecord } from '#modules/customers';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { accountActor } from './account-of-token.ts';

/** What a form may fill in for somebody who is signed in; always shown, always changeable. Empty where unknown. */
export interface Prefill {
  /** The record that what is sent belongs to. */
  customerId: string;
  name: string;
  email: string;
  /** A mobile before another number, as it was typed. */
  phone: string;
  /** House and street in one line. */
  address: string;
  postcode: string;
  uprn: number | null;
}

/** The details of an account for a form; undefined for an account that is closed or is not there. */
export async function prefillFor(
  tx: Tx,
  _clock: Clock,
  councilId: string,
  accountId: string,
): Promise<Prefill | undefined> {
  const actor = await accountActor(tx, councilId, accountId);
  const record = actor && (await customerRecord(tx, councilId, actor.customerId));
  if (!record) return undefined;
  const reaches = await customerReaches(tx, councilId, actor.clusterId);
  const first = (kind: string) => reaches.find((reach) => reach.kind === kind)?.value;
  return {
    customerId: actor.customerId,
    name: record.name,
    email: first('email') ?? '',
    phone: first('mobile') ?? first('phone') ?? '',
    address: record.address ?? '',
    postcode: record.postcode ?? '',
    uprn: record.uprn,
  };
}
