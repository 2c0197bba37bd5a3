import { createHash } from 'node:crypto';
import type { RetentionRule } from '#modules/councils';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { asOwner, type Tx } from '#platform/db';
import { type Counts, sumCounts } from '#platform/delete-rows';
import type { Deps } from '#platform/deps';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/outbox';
import { DISPOSE } from './dispose-records.ts';
import { nextDue } from './find-due.ts';
import { mayDispose } from './policy.ts';
import { rulesOf } from './rules-of.ts';
import './tables.ts';

/** So many records go in one transaction: what it locks is let go of soon, and a run that dies has lost one batch. */
const BATCH = 200;

type RunResult = { ok: true; counts: Counts } | { ok: false; refusal: 'not-allowed' };

/**
 * Dispose of everything whose time is over by the council's rules, for good, in batches. Each batch leaves a proof and
 * an audit entry in its own transaction. Run again it finds nothing; a legal hold placed meanwhile stops what is left.
 *
 * Runs as the owner: a request may not delete from the audit or the outbox. Every statement names the council.
 *
 * @see docs/domain/retention.md
 */
export async function runDisposal(deps: Pick<Deps, 'db' | 'clock'>, actor: ActorRef): Promise<RunResult> {
  if (!mayDispose(actor)) return { ok: false, refusal: 'not-allowed' };
  let counts: Counts = {};
  const rules = await asOwner(deps.db, (tx) => rulesOf(tx, actor.councilId));
  for (const rule of rules) {
    for (let isMore = true; isMore; ) {
      const batch = await asOwner(deps.db, (tx) => disposeBatch(tx, deps.clock, actor, rule));
      counts = sumCounts(counts, batch.counts);
      isMore = batch.taken === BATCH;
    }
  }
  return { ok: true, counts };
}

async function disposeBatch(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  rule: RetentionRule,
): Promise<{ taken: number; counts: Counts }> {
  const { councilId } = actor;
  const ids = await nextDue(tx, councilId, rule, { now: clock.now(), most: BATCH });
  if (ids.length === 0) return { taken: 0, counts: {} };
  const { counts, keys } = await DISPOSE[rule.record](tx, clock, { councilId, ids });
  await prove(tx, clock, actor, { rule, ids, counts });
  if (keys.length > 0) await enqueue(tx, REMOVE_FILES, { councilId, keys });
  return { taken: ids.length, counts };
}

/** Task that removes the bytes of files whose rows are gone: outside the transaction, and again until it is done. */
export const REMOVE_FILES = 'retention-remove-files';

interface Taken {
  rule: RetentionRule;
  ids: readonly string[];
  counts: Counts;
}

/** What went by which rule, when and by whom. Of the ids only their hash stays: it proves a list and gives none away. */
async function prove(tx: Tx, clock: Clock, actor: ActorRef, { rule, ids, counts }: Taken): Promise<void> {
  const id = newId(clock);
  await tx
    .insertInto('disposals')
    .values({
      council_id: actor.councilId,
      id,
      rule: rule.record,
      run_at: clock.now(),
      counts: JSON.stringify({ records: ids.length, ...counts }),
      proof_sha256: proofOf(ids),
      by_name: actor.name,
    })
    .execute();
  await recordAct(tx, clock, actor, {
    act: 'retention.disposed',
    subjectType: 'disposal',
    subjectId: id,
    detail: { rule: rule.record, records: ids.length },
  });
}

/** SHA-256 of the ids, sorted, one a line. */
export function proofOf(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
}
