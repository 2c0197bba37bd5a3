import { createHash } from 'node:crypto';
import { recordHandOver } from '#modules/cases';
import { destinationOf, lockHandOver, mayAnswer } from '#modules/handovers';
import type { Actor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { isId } from '#platform/ids';
import { publish } from '#platform/outbox';
import type { Award } from './award-schema.ts';
import { insertAward } from './insert-award.ts';
import './tables.ts';

interface PublishAward {
  handOverId: string;
  /** The back office's own name for the award. */
  key: string;
  award: Award;
}

export type PublishAwardResult =
  | {
      ok: true;
      /** `taken`: it holds now. `same`: it came before. `older`: a newer one holds; this one is kept and not shown. */
      standing: 'taken' | 'same' | 'older';
    }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'other-award' };

/**
 * Take what a back office pays for a case: the award and its payments, whole, under a revision of its own. The highest
 * revision holds in whatever order they arrive, so sending one twice or late does no harm (AJ-06).
 *
 * Refuses a revision that came before with something else in it: the back office must count it up.
 */
export async function publishAward(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { handOverId, key, award }: PublishAward,
): Promise<PublishAwardResult> {
  if (!mayAnswer(actor)) return { ok: false, refusal: 'not-allowed' };
  const handOver = isId(handOverId) ? await lockHandOver(tx, actor.councilId, handOverId) : undefined;
  const destination = handOver && (await destinationOf(tx, actor.councilId, handOver.destination));
  if (!handOver || !destination) return { ok: false, refusal: 'not-found' };
  const hash = createHash('sha256').update(JSON.stringify(award)).digest('hex');
  const before = await revisionsOf(tx, { councilId: actor.councilId, handOverId, key });
  const known = before.find(({ revision }) => revision === award.revision);
  if (known) {
    return known.body_hash === hash ? { ok: true, standing: 'same' } : { ok: false, refusal: 'other-award' };
  }
  const isNewest = before.every(({ revision }) => revision < award.revision);
  const by = destination.name.en;
  const id = await insertAward(tx, clock, { handOver, key, award, hash, by, isNewest });
  await recordAct(tx, clock, actor, { act: 'award.published', subjectType: 'award', subjectId: id });
  if (!isNewest) return { ok: true, standing: 'older' };
  await recordHandOver(
    tx,
    clock,
    { ...systemActor(actor.councilId), name: by },
    { caseId: handOver.case_id, audience: 'staff', text: newsOf(award, before.length), sourceId: `award:${id}` },
  );
  const data = { caseId: handOver.case_id };
  await publish(tx, clock, actor, { type: 'award.published', subjectType: 'award', subjectId: id, data });
  return { ok: true, standing: 'taken' };
}

interface OfAward {
  councilId: string;
  handOverId: string;
  key: string;
}

function revisionsOf(tx: Tx, { councilId, handOverId, key }: OfAward) {
  return tx
    .selectFrom('awards')
    .select(['revision', 'body_hash'])
    .where('council_id', '=', councilId)
    .where('hand_over_id', '=', handOverId)
    .where('award_key', '=', key)
    .execute();
}

function newsOf({ name, payments }: Award, before: number): string {
  const count = `${payments.length} ${payments.length === 1 ? 'payment' : 'payments'}`;
  return before === 0 ? `Payments of ${name} came: ${count}.` : `Payments of ${name} were corrected: ${count} now.`;
}
