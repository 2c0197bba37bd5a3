import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from './actor.ts';
import { type Topic, topicOf } from './topics.ts';
import './tables.ts';

export const CHOICE_CHANNELS = ['email', 'sms', 'letter'] as const;
export type ChoiceChannel = (typeof CHOICE_CHANNELS)[number];

export interface Unwanted {
  topic: string;
  channel: ChoiceChannel;
}

/** What somebody does not want, over all records that are them. Everything else they are told. */
export function choicesOf(tx: Tx, councilId: string, clusterId: string): Promise<Unwanted[]> {
  return tx
    .selectFrom('account_choices as o')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'o.council_id').onRef('c.id', '=', 'o.customer_id'),
    )
    .select(['o.topic', 'o.channel'])
    .where('c.council_id', '=', councilId)
    .where('c.cluster_id', '=', clusterId)
    .execute();
}

/** Keep what somebody chose, in place of what they chose before. */
export async function saveChoices(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  unwanted: readonly { topic: Topic; channel: ChoiceChannel }[],
): Promise<void> {
  const { councilId, customerId, clusterId } = actor;
  await tx
    .deleteFrom('account_choices')
    .where('council_id', '=', councilId)
    .where('customer_id', 'in', (eb) =>
      eb.selectFrom('customers').select('id').where('council_id', '=', councilId).where('cluster_id', '=', clusterId),
    )
    .execute();
  const rows = unwanted.map((one) => ({ council_id: councilId, customer_id: customerId, ...one, since: clock.now() }));
  if (rows.length > 0) await tx.insertInto('account_choices').values(rows).execute();
  await recordAct(tx, clock, actor, { act: 'account.choices-saved', subjectType: 'customer', subjectId: customerId });
}

/** The channels by which this person does not want a message of this moment. Empty for what is always told. */
export async function unwantedChannels(
  tx: Tx,
  councilId: string,
  { clusterId, moment }: { clusterId: string; moment: string },
): Promise<ChoiceChannel[]> {
  const topic = topicOf(moment);
  if (topic === undefined) return [];
  const choices = await choicesOf(tx, councilId, clusterId);
  return choices.filter((choice) => choice.topic === topic).map(({ channel }) => channel);
}
