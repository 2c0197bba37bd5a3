import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { addToCase } from './add-to-case.ts';
import './tables.ts';

interface PartyChanged {
  /** All records that are this person. */
  customerIds: readonly string[];
  /** What changed, in words: "their email address". */
  what: string;
  /** Where they were told of their cases until now, and where from now on. */
  reach?: { kind: 'email' | 'phone'; to: string };
}

/**
 * Somebody changed their details once: every case of theirs that is open is told, so that whoever works on it reads it,
 * and what is written to them goes to the new address.
 */
export async function partyChanged(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { customerIds, what, reach }: PartyChanged,
): Promise<void> {
  if (customerIds.length === 0) return;
  const parties = await tx
    .selectFrom('case_parties as p')
    .innerJoin('cases as c', (both) => both.onRef('c.council_id', '=', 'p.council_id').onRef('c.id', '=', 'p.case_id'))
    .select(['p.id', 'p.case_id', 'p.role'])
    .where('p.council_id', '=', actor.councilId)
    .where('p.customer_id', 'in', [...customerIds])
    .where('p.ended_at', 'is', null)
    .where('c.ended_at', 'is', null)
    .execute();
  if (reach && parties.length > 0) {
    await tx
      .updateTable('case_parties')
      .set({ [reach.kind]: reach.to })
      .where('council_id', '=', actor.councilId)
      .where(
        'id',
        'in',
        parties.map(({ id }) => id),
      )
      .where(reach.kind, 'is not', null)
      .execute();
  }
  for (const caseId of new Set(parties.map((party) => party.case_id))) {
    await addToCase(tx, clock, actor, { case: caseId, kind: 'change', text: `The customer changed ${what}.` });
  }
}
