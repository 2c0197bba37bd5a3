import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newToken } from '#platform/ids';
import './tables.ts';

interface LinkTo {
  /** What the link opens, and nothing else: `job-sheet`. */
  purpose: string;
  subjectType: string;
  subjectId: string;
  data?: Record<string, unknown>;
}

interface NewLink extends LinkTo {
  councilId: string;
  expiresAt: Date;
}

/** Make a link that opens one thing until it expires. Returns the token, which is stored nowhere. */
export async function makeLink(tx: Tx, clock: Clock, { councilId, expiresAt, ...to }: NewLink): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('one_time_links')
    .values({
      council_id: councilId,
      token_hash: hashToken(token),
      purpose: to.purpose,
      subject_type: to.subjectType,
      subject_id: to.subjectId,
      data: JSON.stringify(to.data ?? {}),
      made_at: clock.now(),
      expires_at: expiresAt,
    })
    .execute();
  return token;
}

export interface OpenedLink {
  subjectId: string;
  data: unknown;
}

/** What a link opens; undefined when it is unknown, revoked, too old, or was made for another purpose. */
export async function openLink(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { token, purpose }: { token: string; purpose: string },
): Promise<OpenedLink | undefined> {
  const now = clock.now();
  const row = await tx
    .updateTable('one_time_links')
    .set({ last_used_at: now })
    .where('council_id', '=', councilId)
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['subject_id', 'data'])
    .executeTakeFirst();
  return row && { subjectId: row.subject_id, data: row.data };
}

/** Open a link of this subject for the last time. False where it opens nothing: of two who try at once, one does. */
export async function spendLink(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { token, purpose, subjectId }: { token: string; purpose: string; subjectId: string },
): Promise<boolean> {
  const now = clock.now();
  const spent = await tx
    .updateTable('one_time_links')
    .set({ last_used_at: now, revoked_at: now })
    .where('council_id', '=', councilId)
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('subject_id')
    .executeTakeFirst();
  return spent !== undefined;
}

/** Links of this purpose to this subject open nothing any more. */
export async function revokeLinks(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { purpose, subjectId }: Pick<LinkTo, 'purpose' | 'subjectId'>,
): Promise<void> {
  await tx
    .updateTable('one_time_links')
    .set({ revoked_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .where('revoked_at', 'is', null)
    .execute();
}
