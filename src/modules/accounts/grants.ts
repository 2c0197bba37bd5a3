import { makeLink, openLink, revokeLinks } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import type { AccountActor } from './actor.ts';
import type { GrantKind } from './tables.ts';

const PURPOSE = 'account-help';
const GOOD_FOR_DAYS = 14;

/** What a helper may be allowed: see how cases stand, ask for things in the person's name, get what we write to them. */
export const GRANT_SCOPES = ['see', 'ask', 'messages'] as const;
export type GrantScope = (typeof GRANT_SCOPES)[number];

interface Invite {
  kind: GrantKind;
  name: string;
  /** In lower case. */
  email: string;
  scopes: readonly GrantScope[];
  /** YYYY-MM-DD: the last day; null until it is withdrawn. */
  endsOn: string | null;
}

type InviteResult = { ok: true; grantId: string; path: string } | { ok: false; refusal: 'invited-already' };

/** Ask somebody to help: a relative, a landlord, an organisation. Nothing opens until they have said yes. */
export async function inviteHelper(tx: Tx, clock: Clock, actor: AccountActor, invite: Invite): Promise<InviteResult> {
  const { councilId, customerId } = actor;
  const id = newId(clock);
  const made = await tx
    .insertInto('account_grants')
    .values({
      council_id: councilId,
      id,
      customer_id: customerId,
      kind: invite.kind,
      scopes: [...invite.scopes],
      invited_name: invite.name,
      invited_email: invite.email,
      granted_by: actor.id,
      made_at: clock.now(),
      ends_on: invite.endsOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'customer_id', 'invited_email']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) return { ok: false, refusal: 'invited-already' };
  await tell(tx, clock, actor, { act: 'account.helper-invited', grantId: id });
  return { ok: true, grantId: id, path: await invitationPath(tx, clock, councilId, id) };
}

type ChangeResult =
  | { ok: true; name: string; scopes: readonly string[]; path: string }
  | { ok: false; refusal: 'not-found' | 'invited-already' };

/** The address was mistyped, or the message did not come: invite again, there. The link before it is void. */
export async function inviteAgain(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { grantId, email }: { grantId: string; email: string },
): Promise<ChangeResult> {
  const { councilId, customerId } = actor;
  const other = await live(tx, actor).where('invited_email', '=', email).where('id', '<>', grantId).executeTakeFirst();
  if (other) return { ok: false, refusal: 'invited-already' };
  const changed = await tx
    .updateTable('account_grants')
    .set({ invited_email: email })
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('id', '=', grantId)
    .where('accepted_at', 'is', null)
    .where('ended_at', 'is', null)
    .returning(['invited_name', 'scopes'])
    .executeTakeFirst();
  if (!changed) return { ok: false, refusal: 'not-found' };
  const path = await invitationPath(tx, clock, councilId, grantId);
  return { ok: true, name: changed.invited_name, scopes: changed.scopes, path };
}

/** Take it back. It is cut at once: what the helper may do is asked for afresh with every page. */
export async function withdrawGrant(tx: Tx, clock: Clock, actor: AccountActor, grantId: string): Promise<boolean> {
  const ended = await end(tx, clock, { actor, grantId, ending: 'withdrawn' })
    .where('customer_id', '=', actor.customerId)
    .returning('id')
    .executeTakeFirst();
  if (!ended) return false;
  await revokeLinks(tx, clock, actor.councilId, { purpose: PURPOSE, subjectId: grantId });
  await tell(tx, clock, actor, { act: 'account.helper-ended', grantId });
  return true;
}

/** A helper does not want to help any more, or never did. An organisation is left by `leaveOrganisation`. */
export async function leaveGrant(tx: Tx, clock: Clock, actor: AccountActor, grantId: string): Promise<boolean> {
  const own = await tx
    .selectFrom('account_grants')
    .select('kind')
    .where('council_id', '=', actor.councilId)
    .where('id', '=', grantId)
    .executeTakeFirst();
  if (!own || own.kind === 'owner' || own.kind === 'user') return false;
  return endOwnGrant(tx, clock, actor, grantId);
}

/** End one's own right to act for somebody. True where it held until now. */
export async function endOwnGrant(tx: Tx, clock: Clock, actor: AccountActor, grantId: string): Promise<boolean> {
  const ended = await end(tx, clock, { actor, grantId, ending: 'left' })
    .where('account_id', '=', actor.id)
    .returning('id')
    .executeTakeFirst();
  if (ended) await tell(tx, clock, actor, { act: 'account.helper-ended', grantId });
  return ended !== undefined;
}

export interface OpenInvitation {
  grantId: string;
  kind: GrantKind;
  /** Who asks. */
  from: string;
  scopes: string[];
  endsOn: string | null;
}

/** What an invitation asks; undefined where it is withdrawn, answered, too old or unknown. */
export async function invitationOfLink(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<OpenInvitation | undefined> {
  const link = await openLink(tx, clock, councilId, { token, purpose: PURPOSE });
  if (!link) return undefined;
  return tx
    .selectFrom('account_grants as g')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'g.council_id').onRef('c.id', '=', 'g.customer_id'),
    )
    .select(['g.id as grantId', 'g.kind', 'c.name as from', 'g.scopes', 'g.ends_on as endsOn'])
    .where('g.council_id', '=', councilId)
    .where('g.id', '=', link.subjectId)
    .where('g.accepted_at', 'is', null)
    .where('g.ended_at', 'is', null)
    .executeTakeFirst();
}

type AnswerResult = { ok: true; kind: GrantKind } | { ok: false; refusal: 'gone' | 'own' | 'other-address' };

interface AnswerInvitation {
  token: string;
  answer: 'yes' | 'no';
}

/** Say yes or no, signed in with the address that was invited: whoever else holds the link can do nothing with it. */
export async function answerInvitation(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { token, answer }: AnswerInvitation,
): Promise<AnswerResult> {
  const { councilId, id: accountId, customerId } = actor;
  const invitation = await invitationOfLink(tx, clock, councilId, token);
  if (!invitation) return { ok: false, refusal: 'gone' };
  const { grantId } = invitation;
  const account = await tx
    .selectFrom('accounts')
    .select('email')
    .where('council_id', '=', councilId)
    .where('id', '=', accountId)
    .executeTakeFirst();
  const grant = await tx
    .selectFrom('account_grants')
    .select(['customer_id', 'invited_email'])
    .where('council_id', '=', councilId)
    .where('id', '=', grantId)
    .executeTakeFirstOrThrow();
  if (grant.customer_id === customerId) return { ok: false, refusal: 'own' };
  if (account?.email !== grant.invited_email) return { ok: false, refusal: 'other-address' };
  await revokeLinks(tx, clock, councilId, { purpose: PURPOSE, subjectId: grantId });
  const stamp =
    answer === 'yes'
      ? { account_id: accountId, accepted_at: clock.now() }
      : { ended_at: clock.now(), ended_by: accountId, ending: 'declined' as const };
  await tx
    .updateTable('account_grants')
    .set(stamp)
    .where('council_id', '=', councilId)
    .where('id', '=', grantId)
    .execute();
  await tell(tx, clock, actor, { act: answer === 'yes' ? 'account.helper-accepted' : 'account.helper-ended', grantId });
  return { ok: true, kind: invitation.kind };
}

function live(tx: Tx, { councilId, customerId }: AccountActor) {
  return tx
    .selectFrom('account_grants')
    .select('id')
    .where('council_id', '=', councilId)
    .where('customer_id', '=', customerId)
    .where('ended_at', 'is', null);
}

interface Ended {
  actor: AccountActor;
  grantId: string;
  ending: 'withdrawn' | 'left';
}

function end(tx: Tx, clock: Clock, { actor, grantId, ending }: Ended) {
  return tx
    .updateTable('account_grants')
    .set({ ended_at: clock.now(), ended_by: actor.id, ending })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', grantId)
    .where('ended_at', 'is', null);
}

async function invitationPath(tx: Tx, clock: Clock, councilId: string, grantId: string): Promise<string> {
  await revokeLinks(tx, clock, councilId, { purpose: PURPOSE, subjectId: grantId });
  const expiresAt = new Date(clock.now().getTime() + GOOD_FOR_DAYS * 86_400_000);
  const to = { purpose: PURPOSE, subjectType: 'account-grant', subjectId: grantId };
  return `/account/invitations/${await makeLink(tx, clock, { councilId, ...to, expiresAt })}`;
}

async function tell(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { act, grantId }: { act: string; grantId: string },
): Promise<void> {
  const about = { subjectType: 'customer', subjectId: actor.customerId };
  await recordAct(tx, clock, actor, { act, ...about, detail: { grantId } });
  await publish(tx, clock, actor, { type: act, ...about, data: { grantId } });
}
