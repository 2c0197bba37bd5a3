import { sql } from 'kysely';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newToken } from '#platform/ids';
import { endSessionsOf } from './end-sessions.ts';
import { may } from './permissions.ts';
import './tables.ts';

const GOOD_FOR_HOURS = 72;
export const INVITATION = 'staff-invitation';

type Invited =
  | { ok: true; token: string; expiresAt: Date }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'works-elsewhere' };

/**
 * Make a link that works once, within three days, and void those before it.
 *
 * For somebody who is in already it is the way back after a lost password or phone: it voids both, and ends their
 * sessions. It is refused for a person who also works at another council, whose account there is not ours to open.
 */
export async function inviteStaff(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { staffId }: { staffId: string },
): Promise<Invited> {
  if (!may(actor, 'manage-staff')) return { ok: false, refusal: 'not-allowed' };
  const { councilId } = actor;
  const member = await memberToInvite(tx, councilId, staffId);
  if (!member) return { ok: false, refusal: 'not-found' };
  const resets = member.isAccepted;
  if (resets && member.worksElsewhere) return { ok: false, refusal: 'works-elsewhere' };
  if (resets) await endSessionsOf(tx, clock, councilId, staffId);
  await voidInvitations(tx, clock, councilId, staffId);
  const token = newToken();
  const expiresAt = new Date(clock.now().getTime() + GOOD_FOR_HOURS * 3_600_000);
  await tx
    .insertInto('one_time_links')
    .values({
      council_id: councilId,
      token_hash: hashToken(token),
      purpose: INVITATION,
      subject_type: 'staff',
      subject_id: staffId,
      data: JSON.stringify({ resets }),
      made_at: clock.now(),
      expires_at: expiresAt,
      uses_left: 1,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  await recordAct(tx, clock, actor, {
    act: 'staff.invited',
    subjectType: 'staff',
    subjectId: staffId,
    detail: { resets },
  });
  return { ok: true, token, expiresAt };
}

/** Links that were made earlier no longer open anything. */
export async function voidInvitations(tx: Tx, clock: Clock, councilId: string, staffId: string): Promise<void> {
  await tx
    .updateTable('one_time_links')
    .set({ revoked_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('purpose', '=', INVITATION)
    .where('subject_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .where('uses_left', '>', 0)
    .execute();
}

async function memberToInvite(
  tx: Tx,
  councilId: string,
  staffId: string,
): Promise<{ isAccepted: boolean; worksElsewhere: boolean } | undefined> {
  const row = await tx
    .selectFrom('staff_members')
    .select(['accepted_at', sql<boolean>`person_accepted_elsewhere(person_id)`.as('worksElsewhere')])
    .where('council_id', '=', councilId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row && { isAccepted: row.accepted_at !== null, worksElsewhere: row.worksElsewhere };
}
