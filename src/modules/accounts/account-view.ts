import type { Tx } from '#platform/db';
import type { AccountActor } from './actor.ts';
import './tables.ts';

/** How somebody gets into their account, for their own page about it. */
export interface AccountView {
  name: string;
  email: string | null;
  mobile: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  hasOneLogin: boolean;
  madeAt: Date;
}

export async function accountView(tx: Tx, { councilId, id }: AccountActor): Promise<AccountView> {
  const row = await tx
    .selectFrom('accounts')
    .select(['name', 'email', 'mobile', 'password_hash', 'totp_confirmed_at', 'oidc_subject', 'made_at'])
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    name: row.name,
    email: row.email,
    mobile: row.mobile,
    hasPassword: row.password_hash !== null,
    hasSecondFactor: row.totp_confirmed_at !== null,
    hasOneLogin: row.oidc_subject !== null,
    madeAt: row.made_at,
  };
}
