import { sql } from 'kysely';
import { findCase } from '#modules/cases';
import { decisionsOf } from '#modules/decisions';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import { amountOfAward } from './award-in-words.ts';
import type { PayeeKind, PaymentState } from './words.ts';
import './tables.ts';

export interface PaymentView {
  /** Calendar date. */
  on: string;
  pence: number;
  to: { kind: PayeeKind; name: string | null };
  from: string | null;
  until: string | null;
  state: PaymentState;
}

export interface AwardView {
  id: string;
  caseId: string;
  name: string;
  /** "£84.20 a week from Tuesday 1 December 2026"; empty where the back office gave none. */
  amount: string;
  at: Date;
  by: string;
  /** It took the place of an earlier one. */
  isCorrected: boolean;
  /** The customer may see it: nobody reads what they get before it was decided that they get it. */
  isShown: boolean;
  /** By date. */
  payments: PaymentView[];
}

/** What is paid for these cases: of each award the revision that holds, the oldest first. */
export async function awardsOf(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<AwardView[]> {
  if (caseIds.length === 0) return [];
  const rows = await selectHolding.all(tx, { councilId, caseIds });
  if (rows.length === 0) return [];
  const awardIds = rows.map(({ id }) => id);
  const [payments, replaced, granted] = await Promise.all([
    paymentsOf(tx, councilId, awardIds),
    replacedKeys(tx, councilId, caseIds),
    grantedOf(tx, councilId, [...new Set(rows.map(({ case_id }) => case_id))]),
  ]);
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    amount: amountOfAward(row),
    at: row.at,
    by: row.by_name,
    isCorrected: replaced.has(`${row.hand_over_id}:${row.award_key}`),
    isShown: granted.has(row.case_id),
    payments: payments.filter(({ awardId }) => awardId === row.id).map(({ awardId: _, ...payment }) => payment),
  }));
}

const selectHolding = prepared((tx, { councilId, caseIds }: { councilId: string; caseIds: readonly string[] }) =>
  tx
    .selectFrom('awards as a')
    .selectAll('a')
    .where('a.council_id', '=', councilId)
    .where(sql<boolean>`a.case_id = any(${caseIds})`)
    .where('a.replaced_at', 'is', null)
    .orderBy('a.at')
    .orderBy('a.id'),
);

/**
 * Those of the cases about which somebody may read what they get: where cases of a service are decided, a decision that
 * says yes must stand; where they are not, what is paid is all there is.
 */
export async function grantedOf(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<Set<string>> {
  const answers = await Promise.all(caseIds.map((id) => isGranted(tx, councilId, id)));
  return new Set(caseIds.filter((_, index) => answers[index]));
}

async function isGranted(tx: Tx, councilId: string, caseId: string): Promise<boolean> {
  const itsCase = await findCase(tx, councilId, caseId);
  if (!itsCase) return false;
  const { offer, decisions } = await decisionsOf(tx, itsCase);
  const result = decisions.find(({ stands }) => stands)?.result;
  if (!offer && decisions.length === 0) return true;
  return result === 'granted' || result === 'part';
}

async function paymentsOf(tx: Tx, councilId: string, awardIds: string[]) {
  const rows = await tx
    .selectFrom('award_payments')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('award_id', 'in', awardIds)
    .orderBy('on_date')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    awardId: row.award_id,
    on: row.on_date,
    pence: row.pence,
    to: { kind: row.to_kind, name: row.to_name },
    from: row.from_on,
    until: row.until_on,
    state: row.state,
  }));
}

async function replacedKeys(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('awards')
    .select(['hand_over_id', 'award_key'])
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .where('replaced_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ hand_over_id, award_key }) => `${hand_over_id}:${award_key}`));
}
