import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { endSession, openSession, readSession } from './sessions.ts';

interface Visit {
  councilId: string;
  /** What is remembered for: nothing else finds it. */
  step: string;
}

/**
 * Remember something of a browser that is nobody's session yet, such as what it was sent to an identity provider with.
 *
 * @returns the secret for its cookie
 */
export function rememberVisit(
  tx: Tx,
  clock: Clock,
  { councilId, step, data }: Visit & { data: Record<string, unknown> },
): Promise<string> {
  return openSession(tx, clock, { councilId, kind: 'visitor', subjectId: null, step, data });
}

/** What was remembered, as long as a session lasts; undefined where there is nothing (any more). */
export async function peekVisit(
  tx: Tx,
  clock: Clock,
  { councilId, token, step }: Visit & { token: string },
): Promise<unknown> {
  const session = await readSession(tx, clock, councilId, token);
  return session?.kind === 'visitor' && session.step === step ? session.data : undefined;
}

/** The same, once: a second return finds nothing. */
export async function recallVisit(
  tx: Tx,
  clock: Clock,
  { councilId, token, step }: Visit & { token: string },
): Promise<unknown> {
  const session = await readSession(tx, clock, councilId, token);
  if (session?.kind !== 'visitor' || session.step !== step) return undefined;
  await endSession(tx, clock, councilId, session.tokenHash);
  return session.data;
}
