import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import './tables.ts';

export interface NewParty {
  role: 'requester' | 'subject' | 'helper' | 'landlord' | 'councillor' | 'follower';
  /** A customer whom somebody saved; null for a name and a way to reach them that were only given here. */
  customerId?: string | null | undefined;
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  wantsUpdates?: boolean;
}

interface CaseRef {
  councilId: string;
  caseId: string;
}

/** Put people on a case. Returns their ids in order. */
export async function addParties(
  tx: Tx,
  clock: Clock,
  { councilId, caseId }: CaseRef,
  parties: readonly NewParty[],
): Promise<string[]> {
  if (parties.length === 0) return [];
  const rows = parties.map((party) => ({
    council_id: councilId,
    id: newId(clock),
    case_id: caseId,
    role: party.role,
    customer_id: party.customerId ?? null,
    name: clean(party.name),
    email: clean(party.email)?.toLowerCase() ?? null,
    phone: clean(party.phone),
    wants_updates: party.wantsUpdates ?? true,
    added_at: clock.now(),
  }));
  await tx.insertInto('case_parties').values(rows).execute();
  return rows.map(({ id }) => id);
}

function clean(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
