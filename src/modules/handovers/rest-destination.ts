import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { restAfter } from './back-off.ts';
import './tables.ts';

interface Rest {
  failures: number;
  restUntil: Date | null;
}

export async function restOf(tx: Tx, councilId: string, destination: string): Promise<Rest> {
  const row = await tx
    .selectFrom('hand_over_rests')
    .select(['failures', 'rest_until as restUntil'])
    .where('council_id', '=', councilId)
    .where('destination', '=', destination)
    .executeTakeFirst();
  return row ?? { failures: 0, restUntil: null };
}

interface Heard {
  councilId: string;
  destination: string;
  /** Tries at which it was away, and the last thing that it said then. */
  away: number;
  lastError: string | null;
  /** At least once it was there, whatever it said. */
  wasThere: boolean;
}

/** Count what was heard of a destination. One word from it ends its rest; too much silence in a row begins one. */
export async function countFailures(tx: Tx, clock: Clock, heard: Heard): Promise<void> {
  const { councilId, destination, away, wasThere, lastError } = heard;
  const before = await restOf(tx, councilId, destination);
  if (wasThere && before.failures === 0) return;
  const failures = wasThere ? 0 : before.failures + away;
  const now = clock.now();
  const rest = restAfter(failures, Math.random());
  const changes = {
    failures,
    rest_until: rest > 0 ? new Date(now.getTime() + rest) : null,
    last_error: wasThere ? null : lastError,
    updated_at: now,
  };
  await tx
    .insertInto('hand_over_rests')
    .values({ council_id: councilId, destination, ...changes })
    .onConflict((conflict) => conflict.columns(['council_id', 'destination']).doUpdateSet(changes))
    .execute();
}

/** Somebody asked for it to be tried now. */
export async function endRest(tx: Tx, councilId: string, destination: string): Promise<void> {
  await tx
    .updateTable('hand_over_rests')
    .set({ rest_until: null })
    .where('council_id', '=', councilId)
    .where('destination', '=', destination)
    .execute();
}
