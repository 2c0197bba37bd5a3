import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { CaseRow } from './find-case.ts';
import './tables.ts';

/** Those who asked about a duplicate hear from then on about the case that it follows. */
export async function followOther(
  tx: Tx,
  clock: Clock,
  { itsCase, other }: { itsCase: CaseRow; other: CaseRow },
): Promise<void> {
  const parties = await tx
    .selectFrom('case_parties')
    .select(['customer_id', 'name', 'email', 'phone'])
    .where('council_id', '=', itsCase.council_id)
    .where('case_id', '=', itsCase.id)
    .where('wants_updates', '=', true)
    .where('ended_at', 'is', null)
    .execute();
  if (parties.length === 0) return;
  const common = { council_id: other.council_id, case_id: other.id, role: 'follower' as const, added_at: clock.now() };
  await tx
    .insertInto('case_parties')
    .values(parties.map((party) => ({ ...common, ...party, id: newId(clock) })))
    .execute();
}
