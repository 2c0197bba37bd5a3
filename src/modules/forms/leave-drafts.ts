import type { ExpressionBuilder } from 'kysely';
import { accountActor, accountView, actsFor } from '#modules/accounts';
import { sendMessage } from '#modules/contacts';
import { councilConfig, english } from '#modules/councils';
import { currentService } from '#modules/services';
import { systemActor } from '#platform/actor';
import { type Database, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { returnToken } from './return-token.ts';
import { sayUntil } from './say-until.ts';
import './tables.ts';

const AN_HOUR = 3_600_000;
const AT_ONCE = 200;

/** Saved to no address, and something was answered in it: it stands in the account of whoever was signed in. */
const isInAccount = (eb: ExpressionBuilder<Database, 'drafts'>) =>
  eb.and([eb('account_id', 'is not', null), eb('saved_at', 'is', null), eb('page', 'is not', null)]);

/**
 * Forms that were saved to an address, or stand in an account, and that nobody went on with for the council's time are
 * taken for left: their people get one message with the way back and the ways to get help, and where they allowed
 * it they are on the list to be called. Run by the queue.
 *
 * @returns how many were left
 */
export async function leaveDrafts(deps: Deps, councilId: string): Promise<number> {
  return await inCouncil(deps.db, councilId, async (tx) => {
    const { profile } = await councilConfig(tx, councilId);
    const now = deps.clock.now();
    const before = new Date(now.getTime() - profile.settings.savedForms.leftAfterHours * AN_HOUR);
    const left = await tx
      .selectFrom('drafts')
      .select(['id', 'service_slug', 'saved_to', 'account_id', 'grant_id', 'expires_at'])
      .where('council_id', '=', councilId)
      .where('left_at', 'is', null)
      .where('submitted_at', 'is', null)
      .where('updated_at', '<', before)
      .where((eb) => eb.or([eb('saved_at', '<', before), isInAccount(eb)]))
      .where('expires_at', '>', now)
      .orderBy('updated_at')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const one of left) await leave(tx, deps, councilId, one);
    return left.length;
  });
}

interface LeftDraft {
  id: string;
  service_slug: string;
  saved_to: string | null;
  account_id: string | null;
  grant_id: string | null;
  expires_at: Date;
}

async function leave(tx: Tx, deps: Deps, councilId: string, draft: LeftDraft): Promise<void> {
  const { clock } = deps;
  await tx
    .updateTable('drafts')
    .set({ left_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('id', '=', draft.id)
    .execute();
  const { profile } = await councilConfig(tx, councilId);
  const service = (await currentService(tx, councilId, draft.service_slug))?.service;
  const way = await wayBack(tx, deps, councilId, draft);
  if (!way || !service) return;
  await sendMessage(tx, clock, systemActor(councilId), {
    key: `form-left:${draft.id}`,
    template: profile.settings.templates['form-left'],
    ...way.sent,
    variables: {
      service: english(service.name),
      track: way.path,
      due: sayUntil(draft.expires_at, profile.zone),
      phone: profile.phone,
    },
    serviceSlug: draft.service_slug,
  });
}

interface WayBack {
  /** Where they go on. */
  path: string;
  sent: { channel: 'email'; to: { email: string } } | { channel: 'sms'; to: { phone: string } };
}

/** By the link to the address that it was saved to; else through the account in which it stands. */
async function wayBack(tx: Tx, deps: Deps, councilId: string, draft: LeftDraft): Promise<WayBack | null> {
  const { saved_to: email } = draft;
  if (email === null) return await wayThroughAccount(tx, deps, councilId, draft);
  return { path: `/return/${returnToken(deps.secret, draft.id)}`, sent: { channel: 'email', to: { email } } };
}

/** A form for somebody whom they may not ask for any more is theirs no longer. */
async function wayThroughAccount(
  tx: Tx,
  { clock }: Deps,
  councilId: string,
  { account_id: accountId, grant_id: grantId }: LeftDraft,
): Promise<WayBack | null> {
  const account = accountId === null ? null : await accountActor(tx, councilId, accountId);
  if (!account) return null;
  const isOver = grantId !== null && !(await actsFor(tx, clock, account)).some((one) => one.grantId === grantId);
  if (isOver) return null;
  const { email, mobile } = await accountView(tx, account);
  if (email !== null) return { path: '/account', sent: { channel: 'email', to: { email } } };
  return mobile === null ? null : { path: '/account', sent: { channel: 'sms', to: { phone: mobile } } };
}
