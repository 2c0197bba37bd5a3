import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import './tables.ts';

/** A team or partner as a council lays it down; people are named by their slugs. */
export interface TeamPlan {
  readonly slug: string;
  readonly name: string;
  readonly kind: 'team' | 'partner';
  readonly inbox: string;
  readonly phone: string | null;
  readonly manager: string | null;
  readonly cover: string | null;
}

type Defined = { ok: true } | { ok: false; refusal: 'not-allowed' };

/**
 * Lay down a council's teams and partners. Running it again changes what differs; a team that is no longer planned is
 * stamped as ended and comes back when it is planned again. A manager who does not work here yet is left empty.
 */
export async function defineTeams(tx: Tx, clock: Clock, actor: ActorRef, plans: readonly TeamPlan[]): Promise<Defined> {
  if (actor.type !== 'system') return { ok: false, refusal: 'not-allowed' };
  const { councilId } = actor;
  const people = await staffIds(tx, councilId);
  const idOf = (slug: string | null) => (slug === null ? null : (people.get(slug) ?? null));
  for (const { slug, name, kind, inbox, phone, manager, cover } of plans) {
    const facts = { name, kind, inbox, phone, manager_id: idOf(manager), cover_id: idOf(cover), ended_at: null };
    await tx
      .insertInto('teams')
      .values({ council_id: councilId, id: newId(clock), slug, ...facts })
      .onConflict((conflict) => conflict.columns(['council_id', 'slug']).doUpdateSet(facts))
      .execute();
  }
  await endOthers(tx, clock, councilId, plans);
  return { ok: true };
}

async function staffIds(tx: Tx, councilId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('staff_members')
    .select(['slug', 'id'])
    .where('council_id', '=', councilId)
    .where('left_at', 'is', null)
    .execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

async function endOthers(tx: Tx, clock: Clock, councilId: string, plans: readonly TeamPlan[]): Promise<void> {
  await tx
    .updateTable('teams')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .$if(plans.length > 0, (query) =>
      query.where(
        'slug',
        'not in',
        plans.map(({ slug }) => slug),
      ),
    )
    .execute();
}
