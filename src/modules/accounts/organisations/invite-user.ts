import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { AccountActor } from '../actor.ts';
import { inviteAgain, inviteHelper } from '../grants.ts';
import { inNameOf, ownedOrganisation } from './own-organisation.ts';

/** What everybody of an organisation may do for it. Messages go to whoever is named in a case, not to all. */
export const USER_SCOPES = ['see', 'ask'] as const;

interface InviteUser {
  /** The owner's own right to act for the organisation. */
  grantId: string;
  name: string;
  /** In lower case. */
  email: string;
  role: 'owner' | 'user';
}

type InviteResult =
  | { ok: true; userId: string; path: string; organisation: string }
  | { ok: false; refusal: 'not-owner' | 'invited-already' };

/** An owner asks somebody to act for the organisation. Nothing opens until they have said yes. */
export async function inviteUser(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { grantId, name, email, role }: InviteUser,
): Promise<InviteResult> {
  const owned = await ownedOrganisation(tx, actor, grantId);
  if (!owned) return { ok: false, refusal: 'not-owner' };
  const invite = { kind: role, name, email, scopes: USER_SCOPES, endsOn: null };
  const made = await inviteHelper(tx, clock, inNameOf(actor, owned), invite);
  return made.ok ? { ok: true, userId: made.grantId, path: made.path, organisation: owned.name } : made;
}

type AgainResult =
  | { ok: true; name: string; path: string; organisation: string }
  | { ok: false; refusal: 'not-owner' | 'not-found' | 'invited-already' };

/** The address was mistyped, or the message did not come: invite again, there. The link before it is void. */
export async function inviteUserAgain(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  { grantId, userId, email }: { grantId: string; userId: string; email: string },
): Promise<AgainResult> {
  const owned = await ownedOrganisation(tx, actor, grantId);
  if (!owned) return { ok: false, refusal: 'not-owner' };
  const again = await inviteAgain(tx, clock, inNameOf(actor, owned), { grantId: userId, email });
  return again.ok ? { ok: true, name: again.name, path: again.path, organisation: owned.name } : again;
}
