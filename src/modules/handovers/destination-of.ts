import { councilConfig, type Destination } from '#modules/councils';
import type { Tx } from '#platform/db';
import type { HandOverSettings } from '#platform/deps';
import type { MessageTransports } from '#platform/transports';

/** What of the world outside decides whether a destination can be reached at all. */
export interface Ways {
  handOver: HandOverSettings;
  transports: MessageTransports;
}

/** The destination as the council has it now: an address that changed is used from then on, also for what waits. */
export async function destinationOf(tx: Tx, councilId: string, slug: string): Promise<Destination | undefined> {
  return (await councilConfig(tx, councilId)).destinations.get(slug);
}

/**
 * What the operator must still set before anything can be sent there; null when it is ready. What waits for this is not
 * tried, so it uses up none of its tries and is there when it is set.
 */
export function notSetUp(destination: Destination, { handOver: { values }, transports }: Ways): string | null {
  if (destination.kind === 'email')
    return transports.email ? null : 'No mail provider is set up, so nothing can be sent';
  if (destination.kind !== 'webhook') return null;
  const { addressFrom, secretFrom } = destination;
  const missing = [addressFrom, secretFrom].filter((name) => name !== undefined && values[name] === undefined);
  return missing.length === 0
    ? null
    : `Not connected: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set on the server`;
}
