import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/outbox';

export const DELIVER_HAND_OVERS = 'deliver-hand-overs';

interface Wake {
  councilId: string;
  destination: string;
  /** Now when left out. */
  at?: Date | undefined;
  /** The event that it follows from, where one does. */
  eventId?: string | undefined;
}

const SECOND = 1_000;

/**
 * Have a destination's rows delivered, now or at a later instant. One task serves all of its rows: a destination that is
 * slow or away holds one place in the queue, however much waits for it (docs/decisions/0010).
 */
export async function wakeDestination(
  tx: Tx,
  clock: Clock,
  { councilId, destination, at, eventId }: Wake,
): Promise<void> {
  const payload = { councilId, destination, ...(eventId !== undefined && { eventId }) };
  const name = `${DELIVER_HAND_OVERS}:${councilId}:${destination}`;
  const isLater = at !== undefined && at > clock.now();
  if (!isLater) return enqueue(tx, DELIVER_HAND_OVERS, payload, { key: name });
  // Rows that come due within one second share a task; one that is due now never waits behind a later one.
  const runAt = new Date(Math.ceil(at.getTime() / SECOND) * SECOND);
  return enqueue(tx, DELIVER_HAND_OVERS, payload, { key: `${name}:${runAt.getTime()}`, runAt });
}
