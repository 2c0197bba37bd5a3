import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import { endSession, openSession } from './sessions.ts';

interface Beginning {
  staffId: string;
  /** `complete` opens the desk; the others open only the page that asks for what is missing. */
  step: 'complete' | 'second-factor' | 'enrolment';
  oldToken: string | undefined;
  /** Opened with one press in a demonstration: worth nothing in a house that is none. */
  isDemonstration?: boolean;
}

/** Open a new session and end the one before it: a token that somebody saw or planted earlier is worth nothing after it. */
export async function beginSession(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { staffId, step, oldToken, isDemonstration = false }: Beginning,
): Promise<string> {
  if (oldToken !== undefined) await endSession(tx, clock, councilId, hashToken(oldToken));
  return openSession(tx, clock, { councilId, kind: 'staff', subjectId: staffId, step, data: { isDemonstration } });
}
