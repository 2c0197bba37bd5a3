import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import { endAccountSessions } from './account-session.ts';
import type { AccountActor } from './actor.ts';
import { soleOwnerOf } from './organisations/leave-organisation.ts';
import './tables.ts';

type CloseResult = { ok: true } | { ok: false; refusal: 'last-owner'; organisations: string[] };

/**
 * Close one's own account: every session ends, nothing that could open it is kept, helpers lose their access. Cases and
 * what was written stay, under the council's retention rules: they are the council's record of what it did. Refused for the
 * last owner of an organisation, whose people would be left without one.
 */
export async function closeAccount(tx: Tx, clock: Clock, actor: AccountActor): Promise<CloseResult> {
  const organisations = await soleOwnerOf(tx, actor);
  if (organisations.length > 0) return { ok: false, refusal: 'last-owner', organisations };
  const { councilId, id, customerId } = actor;
  const now = clock.now();
  await tx
    .updateTable('accounts')
    .set({
      email: null,
      mobile: null,
      password_hash: null,
      totp_secret_sealed: null,
      totp_confirmed_at: null,
      oidc_issuer: null,
      oidc_subject: null,
      closed_at: now,
      closed_by: 'customer',
    })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
  await tx
    .deleteFrom('account_recovery_codes')
    .where('council_id', '=', councilId)
    .where('account_id', '=', id)
    .execute();
  await tx
    .updateTable('account_grants')
    .set({ ended_at: now, ended_by: id, ending: 'left' })
    .where('council_id', '=', councilId)
    .where((eb) => eb.or([eb('account_id', '=', id), eb('customer_id', '=', customerId)]))
    .where('ended_at', 'is', null)
    .execute();
  await endAccountSessions(tx, clock, councilId, id);
  const about = { subjectType: 'account', subjectId: id };
  await recordAct(tx, clock, actor, { act: 'account.closed', ...about });
  await publish(tx, clock, actor, { type: 'account.closed', ...about, data: { customerId } });
  return { ok: true };
}
