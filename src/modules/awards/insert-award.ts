import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Award } from './award-schema.ts';
import './tables.ts';

interface NewAward {
  handOver: { council_id: string; id: string; case_id: string };
  key: string;
  award: Award;
  hash: string;
  by: string;
  isNewest: boolean;
}

/** Keep one revision with its payments; the newest takes the place of the one that held. @returns its id */
export async function insertAward(tx: Tx, clock: Clock, added: NewAward): Promise<string> {
  const { handOver, key, award, hash, by, isNewest } = added;
  const now = clock.now();
  const id = newId(clock);
  if (isNewest) await replaceCurrent(tx, added, now);
  await tx
    .insertInto('awards')
    .values({
      council_id: handOver.council_id,
      id,
      case_id: handOver.case_id,
      hand_over_id: handOver.id,
      award_key: key,
      revision: award.revision,
      name: award.name,
      amount_pence: award.amount?.pence ?? null,
      amount_per: award.amount?.per ?? null,
      from_on: award.from ?? null,
      until_on: award.until ?? null,
      at: now,
      by_name: by,
      body_hash: hash,
      replaced_at: isNewest ? null : now,
    })
    .execute();
  await insertPayments(tx, handOver.council_id, id, award.payments);
  return id;
}

async function replaceCurrent(tx: Tx, { handOver, key }: NewAward, now: Date): Promise<void> {
  await tx
    .updateTable('awards')
    .set({ replaced_at: now })
    .where('council_id', '=', handOver.council_id)
    .where('hand_over_id', '=', handOver.id)
    .where('award_key', '=', key)
    .where('replaced_at', 'is', null)
    .execute();
}

async function insertPayments(tx: Tx, councilId: string, awardId: string, payments: Award['payments']): Promise<void> {
  if (payments.length === 0) return;
  await tx
    .insertInto('award_payments')
    .values(
      payments.map(({ on, pence, to, from, until, state }, index) => ({
        council_id: councilId,
        award_id: awardId,
        number: index + 1,
        on_date: on,
        pence,
        to_kind: to.kind,
        to_name: to.name ?? null,
        from_on: from ?? null,
        until_on: until ?? null,
        state,
      })),
    )
    .execute();
}
