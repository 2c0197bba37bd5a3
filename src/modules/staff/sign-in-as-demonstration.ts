import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { beginSession } from './begin-session.ts';
import { recordSignIn } from './record-sign-in.ts';
import { staffActor } from './staff-actor.ts';
import './tables.ts';

interface Command {
  councilId: string;
  /** The short name of a person of the demonstration. */
  slug: string;
  oldToken: string | undefined;
}

/** Sign in as somebody of the demonstration with one press. Only a route of a demonstration calls it; others are refused. */
export async function signInAsDemonstration(
  tx: Tx,
  clock: Clock,
  { councilId, slug, oldToken }: Command,
): Promise<{ ok: true; token: string } | { ok: false; refusal: 'not-found' }> {
  const member = await tx
    .selectFrom('staff_members')
    .select('id')
    .where('council_id', '=', councilId)
    .where('slug', '=', slug)
    .where('is_demonstration', '=', true)
    .executeTakeFirst();
  const actor = member && (await staffActor(tx, councilId, member.id));
  if (!actor) return { ok: false, refusal: 'not-found' };
  await recordSignIn(tx, clock, actor, 'demonstration');
  const session = { staffId: actor.id, step: 'complete', oldToken, isDemonstration: true } as const;
  return { ok: true, token: await beginSession(tx, clock, councilId, session) };
}

export interface DemonstrationPerson {
  slug: string;
  name: string;
  jobTitle: string;
}

/** The people whom the sign-in page of a demonstration lists, by name. */
export async function demonstrationPeople(tx: Tx, councilId: string): Promise<DemonstrationPerson[]> {
  return tx
    .selectFrom('staff_members')
    .select(['slug', 'name', 'job_title as jobTitle'])
    .where('council_id', '=', councilId)
    .where('is_demonstration', '=', true)
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute();
}
