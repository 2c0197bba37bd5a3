import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { StaffActor } from './actor.ts';
import { may } from './permissions.ts';
import './tables.ts';

export interface TokenRow {
  id: string;
  name: string;
  role: string;
  madeAt: Date;
  madeBy: string;
  /** To the minute; null for one that nobody has come with. */
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  state: 'in-force' | 'expired' | 'revoked';
}

/** The tokens of a council, those in force first, then the newest. Nothing of a token itself is kept, so none is shown. */
export async function tokenRows(tx: Tx, clock: Clock, actor: StaffActor): Promise<TokenRow[]> {
  if (!may(actor, 'manage-tokens')) return [];
  const rows = await tx
    .selectFrom('api_tokens')
    .select(['id', 'name', 'role', 'made_at as madeAt', 'made_by as madeBy', 'last_used_at as lastUsedAt'])
    .select(['expires_at as expiresAt', 'revoked_at as revokedAt'])
    .where('council_id', '=', actor.councilId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const withState = rows.map((row) => ({ ...row, state: stateOf(row, clock.now()) }));
  return [
    ...withState.filter(({ state }) => state === 'in-force'),
    ...withState.filter(({ state }) => state !== 'in-force'),
  ];
}

function stateOf({ expiresAt, revokedAt }: Pick<TokenRow, 'expiresAt' | 'revokedAt'>, now: Date): TokenRow['state'] {
  if (revokedAt) return 'revoked';
  return expiresAt && expiresAt <= now ? 'expired' : 'in-force';
}
