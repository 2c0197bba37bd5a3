import type { Actor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { LocalDate } from './local-date.ts';
import { mayKeepPlaces } from './policy.ts';

interface RegisterCollection {
  uprn: number;
  container: string;
  round: string;
  /** The crew fetches the container from the door and puts it back. */
  assisted: boolean;
  since: LocalDate;
}

type Refusal = 'not-allowed' | 'unknown-address' | 'unknown-round' | 'container-not-on-round';
type Registered = { ok: true } | { ok: false; refusal: Refusal };

/**
 * Say that a container is collected at an address from a date on, by a round, assisted or not. What was collected
 * there before of the same container ends that day; the row stays.
 */
export async function registerCollection(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: RegisterCollection,
): Promise<Registered> {
  const { councilId } = actor;
  if (!mayKeepPlaces(actor)) return { ok: false, refusal: 'not-allowed' };
  const refusal = await whyNot(tx, councilId, command);
  if (refusal) return { ok: false, refusal };

  const { uprn, container, round, assisted, since } = command;
  await tx
    .updateTable('address_collections')
    .set({ until: since })
    .where('council_id', '=', councilId)
    .where('uprn', '=', uprn)
    .where('container', '=', container)
    .where('until', 'is', null)
    .where('since', '<', since)
    .execute();
  await tx
    .insertInto('address_collections')
    .values({ council_id: councilId, uprn, container, round_slug: round, assisted, since, until: null })
    .onConflict((conflict) =>
      conflict
        .columns(['council_id', 'uprn', 'container', 'since'])
        .doUpdateSet({ round_slug: round, assisted, until: null }),
    )
    .execute();
  const detail = { uprn, container, round, assisted, since };
  await recordAct(tx, clock, actor, { act: 'collection.registered', subjectType: 'address', subjectId: null, detail });
  return { ok: true };
}

async function whyNot(tx: Tx, councilId: string, { uprn, round, container }: RegisterCollection) {
  const address = await tx
    .selectFrom('addresses')
    .select('uprn')
    .where('council_id', '=', councilId)
    .where('uprn', '=', uprn)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!address) return 'unknown-address';
  const found = await tx
    .selectFrom('rounds')
    .select('containers')
    .where('council_id', '=', councilId)
    .where('slug', '=', round)
    .executeTakeFirst();
  if (!found) return 'unknown-round';
  return found.containers.includes(container) ? undefined : 'container-not-on-round';
}
