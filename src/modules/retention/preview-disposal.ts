import type { RetentionRule } from '#modules/councils';
import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { countDue, type DueCount } from './find-due.ts';
import { mayDispose } from './policy.ts';
import { rulesOf } from './rules-of.ts';

export type RulePreview = { rule: RetentionRule } & DueCount;

/** What tonight's run would take by each rule, from when, and what a legal hold keeps. Changes nothing; null: not allowed. */
export async function previewDisposal(tx: Tx, clock: Clock, actor: StaffActor): Promise<RulePreview[] | null> {
  if (!mayDispose(actor)) return null;
  const previews: RulePreview[] = [];
  for (const rule of await rulesOf(tx, actor.councilId)) {
    previews.push({ rule, ...(await countDue(tx, actor.councilId, rule, clock.now())) });
  }
  return previews;
}
