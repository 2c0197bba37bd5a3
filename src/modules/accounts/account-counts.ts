import type { Tx } from '#platform/db';
import type { MadeHow } from './tables.ts';
import './tables.ts';

export interface AccountCount {
  how: MadeHow;
  /** Since the first day, and in the last 28 days. */
  made: number;
  madeLately: number;
  /** Got in by themselves, and did something there that they would have called about. */
  gotIn: number;
  didSomething: number;
}

const LATELY_DAYS = 28;

/** How accounts were made, and whether those who were helped help themselves now. */
export async function accountCounts(tx: Tx, councilId: string, now: Date): Promise<AccountCount[]> {
  const since = new Date(now.getTime() - LATELY_DAYS * 86_400_000);
  return tx
    .selectFrom('accounts')
    .select('made_how as how')
    .select((eb) => [
      eb.fn.countAll<number>().as('made'),
      eb.fn.countAll<number>().filterWhere('made_at', '>=', since).as('madeLately'),
      eb.fn.count<number>('first_in_at').as('gotIn'),
      eb.fn.count<number>('first_act_at').as('didSomething'),
    ])
    .where('council_id', '=', councilId)
    .groupBy('made_how')
    .orderBy('made_how')
    .execute();
}
