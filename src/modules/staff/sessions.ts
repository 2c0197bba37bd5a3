import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newToken } from '#platform/ids';
import { prepared } from '#platform/prepared';
import './tables.ts';

/** A session ends after this long without a request, and in any case after a working day. */
const IDLE_MINUTES = 60;
const LIFE_HOURS = 12;
/** The row is stamped at most this often: a write for every page would cost more than it tells. */
const STAMP_MINUTES = 2;

export interface OpenSession {
  tokenHash: Buffer;
  kind: 'staff' | 'customer' | 'visitor';
  subjectId: string | null;
  /** `complete`, or what is still asked for: `second-factor`, `set-password`. */
  step: string;
  data: unknown;
}

interface NewSession {
  councilId: string;
  kind: OpenSession['kind'];
  subjectId: string | null;
  step?: string;
  data?: Record<string, unknown>;
}

/** Open a session. Returns the token for the cookie, which is stored nowhere. */
export async function openSession(tx: Tx, clock: Clock, session: NewSession): Promise<string> {
  const token = newToken();
  const now = clock.now();
  await tx
    .insertInto('sessions')
    .values({
      council_id: session.councilId,
      token_hash: hashToken(token),
      kind: session.kind,
      subject_id: session.subjectId,
      step: session.step ?? 'complete',
      data: JSON.stringify(session.data ?? {}),
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + LIFE_HOURS * 3_600_000),
      ended_at: null,
    })
    .execute();
  return token;
}

/** The live session behind a cookie, or null when it is unknown, ended, idle too long or too old. It is stamped as seen. */
export async function readSession(tx: Tx, clock: Clock, councilId: string, token: string): Promise<OpenSession | null> {
  const session = await liveSession(tx, clock, councilId, token);
  if (session?.isStampDue) await stampSession(tx, clock, councilId, session.tokenHash);
  return session;
}

/** The same in a transaction that only asks: who calls it stamps the session where that is due. */
export async function liveSession(
  tx: Tx,
  clock: Clock,
  councilId: string,
  token: string,
): Promise<(OpenSession & { isStampDue: boolean }) | null> {
  const tokenHash = hashToken(token);
  const row = await selectSession.first(tx, { councilId, tokenHash });
  if (!row || row.ended_at) return null;
  const now = clock.now().getTime();
  const idleMinutes = (now - row.seen_at.getTime()) / 60_000;
  if (now >= row.expires_at.getTime() || idleMinutes >= IDLE_MINUTES) return null;
  // Begun with a password that the person has changed since, here or at another council (OWASP ASVS 5.0, 7.4.3).
  if (row.password_changed_at && row.created_at < row.password_changed_at) return null;
  const { kind, subject_id: subjectId, step, data } = row;
  return { tokenHash, kind, subjectId, step, data, isStampDue: idleMinutes >= STAMP_MINUTES };
}

const selectSession = prepared((tx, { councilId, tokenHash }: { councilId: string; tokenHash: Buffer }) =>
  tx
    .selectFrom('sessions as s')
    .leftJoin('staff_members as m', (join) =>
      join.onRef('m.council_id', '=', 's.council_id').onRef('m.id', '=', 's.subject_id').on('s.kind', '=', 'staff'),
    )
    .leftJoin('people as p', 'p.id', 'm.person_id')
    .select(['s.kind', 's.subject_id', 's.step', 's.data', 's.created_at', 's.seen_at', 's.expires_at', 's.ended_at'])
    .select('p.password_changed_at')
    .where('s.council_id', '=', councilId)
    .where('s.token_hash', '=', tokenHash),
);

export async function endSession(tx: Tx, clock: Clock, councilId: string, tokenHash: Buffer): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** Write down that the session was used just now. */
export async function stampSession(tx: Tx, clock: Clock, councilId: string, tokenHash: Buffer): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ seen_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('token_hash', '=', tokenHash)
    .execute();
}
