import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import { INVITATION } from './invite-staff.ts';
import './tables.ts';

export interface Invitation {
  staffId: string;
  personId: string;
  name: string;
  email: string;
  passwordHash: string | null;
  /**
   * What the person is asked for: a new password; the password that they have already, because their account also opens
   * another council; or nothing here, because that account has no password (single sign-on is their way in).
   */
  asks: 'new-password' | 'own-password' | 'single-sign-on';
  resets: boolean;
}

/** The invitation behind a link, or null: unknown, used, void, too old, or its person has left. */
export async function readInvitation(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<Invitation | null> {
  const row = await tx
    .selectFrom('one_time_links')
    .innerJoin('staff_members', (join) =>
      join
        .onRef('staff_members.council_id', '=', 'one_time_links.council_id')
        .onRef('staff_members.id', '=', 'one_time_links.subject_id'),
    )
    .innerJoin('people', 'people.id', 'staff_members.person_id')
    .select(['staff_members.id as staffId', 'people.id as personId', 'staff_members.name', 'people.email'])
    .select(['people.password_hash as passwordHash', 'one_time_links.data'])
    .select(sql<boolean>`person_accepted_elsewhere(people.id)`.as('worksElsewhere'))
    .where('one_time_links.council_id', '=', councilId)
    .where('one_time_links.token_hash', '=', hashToken(token))
    .where('one_time_links.purpose', '=', INVITATION)
    .where('one_time_links.uses_left', '>', 0)
    .where('one_time_links.revoked_at', 'is', null)
    .where('one_time_links.expires_at', '>', clock.now())
    .where('staff_members.left_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { data, worksElsewhere, ...invitation } = row;
  return { ...invitation, asks: askFor(row.passwordHash, worksElsewhere), resets: resetsOf(data) };
}

// Whoever holds another council's account must show that they own it; our link proves only that we invited them.
function askFor(passwordHash: string | null, worksElsewhere: boolean): Invitation['asks'] {
  if (!worksElsewhere) return 'new-password';
  return passwordHash === null ? 'single-sign-on' : 'own-password';
}

function resetsOf(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'resets' in data && data.resets === true;
}
