import { councilConfig, type IdentityFact } from '#modules/councils';
import type { StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { mayUseCustomers } from './policy.ts';
import { customerExists } from './reaches.ts';

export interface IdentityRule {
  /** The facts that a caller may be asked for. */
  facts: IdentityFact[];
  /** How many of them must be right. */
  howMany: number;
}

/** The council's rule of who counts as validated (D-05). */
export async function identityRule(tx: Tx, councilId: string): Promise<IdentityRule> {
  const { facts, howMany } = (await councilConfig(tx, councilId)).profile.settings.identity;
  return { facts, howMany };
}

interface ValidateIdentity {
  customerId: string;
  /** The facts that the caller gave and that agreed with the record. */
  confirmed: readonly IdentityFact[];
}

export type ValidateResult =
  | { ok: true; facts: IdentityFact[] }
  | { ok: false; refusal: 'not-allowed' | 'not-found' }
  /** `missing` more facts are needed, of those in `ask`. */
  | { ok: false; refusal: 'not-enough'; missing: number; ask: IdentityFact[] };

/**
 * Check a caller by the council's rule. Only facts that the rule asks for count, each once. What is kept is which facts
 * were right, never what was said; a check that was not passed is kept too.
 */
export async function validateIdentity(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { customerId, confirmed }: ValidateIdentity,
): Promise<ValidateResult> {
  if (!mayUseCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const rule = await identityRule(tx, actor.councilId);
  const facts = rule.facts.filter((fact) => confirmed.includes(fact));
  const passed = facts.length >= rule.howMany;
  if (!(await customerExists(tx, actor.councilId, customerId))) return { ok: false, refusal: 'not-found' };
  await tx
    .insertInto('identity_checks')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      customer_id: customerId,
      at: clock.now(),
      by: actor.id,
      facts,
      passed,
    })
    .execute();
  const about = { subjectType: 'customer', subjectId: customerId };
  await recordAct(tx, clock, actor, { act: 'customer.identity-checked', ...about, detail: { facts, passed } });
  if (passed) return { ok: true, facts };
  const ask = rule.facts.filter((fact) => !facts.includes(fact));
  return { ok: false, refusal: 'not-enough', missing: rule.howMany - facts.length, ask };
}
