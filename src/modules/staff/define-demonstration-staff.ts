import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Role } from './actor.ts';
import { recordTraining } from './record-training.ts';
import './tables.ts';

/** Somebody of the demonstration; teams and the partner by their slugs, the first being the main one. */
export interface DemonstrationStaff {
  readonly slug: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly skills: readonly string[];
  readonly teams: readonly string[];
  readonly trained?: readonly { training: string; on: string }[];
}

type Defined = { ok: true } | { ok: false; refusal: 'not-allowed' };

/**
 * Let the people of the demonstration work here. They have no password: the sign-in page of a demonstration opens the
 * door to them with one press, and no other page does. Those who are here already stay as they are.
 */
export async function defineDemonstrationStaff(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  staff: readonly DemonstrationStaff[],
): Promise<Defined> {
  if (actor.type !== 'system') return { ok: false, refusal: 'not-allowed' };
  const teams = await teamIds(tx, actor.councilId);
  for (const person of staff) {
    const memberOf = person.teams.flatMap((slug) => teams.get(slug) ?? []);
    await takeOn(tx, clock, actor.councilId, { person, memberOf });
    await train(tx, clock, actor, person);
  }
  return { ok: true };
}

async function teamIds(tx: Tx, councilId: string): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('teams').select(['slug', 'id']).where('council_id', '=', councilId).execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

async function takeOn(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { person, memberOf }: { person: DemonstrationStaff; memberOf: readonly string[] },
): Promise<void> {
  const joined = await tx
    .insertInto('staff_members')
    .values({
      council_id: councilId,
      id: newId(clock),
      person_id: await personId(tx, clock, person),
      slug: person.slug,
      name: person.name,
      job_title: person.title,
      roles: [...person.roles],
      skills: [...person.skills],
      team_id: memberOf[0] ?? null,
      joined_at: clock.now(),
      left_at: null,
      is_demonstration: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!joined || memberOf.length === 0) return;
  const since = clock.now();
  const rows = memberOf.map((team) => ({
    council_id: councilId,
    team_id: team,
    staff_id: joined.id,
    since,
    ended_at: null,
  }));
  await tx.insertInto('team_members').values(rows).execute();
}

/** Their trainings, also for those who were here before the folder named any; what was taken back stays so. */
async function train(tx: Tx, clock: Clock, actor: ActorRef, { slug, trained = [] }: DemonstrationStaff): Promise<void> {
  const { councilId } = actor;
  const member = await staffOfSlugRow(tx, councilId, slug);
  const known = await tx
    .selectFrom('staff_trainings')
    .select(['training'])
    .where('council_id', '=', councilId)
    .where('staff_id', '=', member.id)
    .execute();
  for (const { training, on } of trained) {
    if (known.some((one) => one.training === training)) continue;
    await recordTraining(tx, clock, actor, { staffId: member.id, training, on });
  }
}

function staffOfSlugRow(tx: Tx, councilId: string, slug: string): Promise<{ id: string }> {
  return tx
    .selectFrom('staff_members')
    .select('id')
    .where('council_id', '=', councilId)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
}

async function personId(tx: Tx, clock: Clock, { email, name }: DemonstrationStaff): Promise<string> {
  const found = await tx
    .selectFrom('people')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  if (found) return found.id;
  const made = await tx
    .insertInto('people')
    .values({ id: newId(clock), email, name, is_demonstration: true, created_at: clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}
