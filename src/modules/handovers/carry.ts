import type { Destination } from '#modules/councils';
import type { Deps } from '#platform/deps';
import { byEmail } from './carriers/by-email.ts';
import { byFile } from './carriers/by-file.ts';
import { byWebhook } from './carriers/by-webhook.ts';
import type { Carried } from './carriers/carried.ts';
import type { HandOverPayload } from './payload.ts';

interface Load {
  destination: Destination;
  payload: HandOverPayload;
  /** 1 on the first try. */
  attempt: number;
  council: { slug: string; name: string };
}

/** Take it to its destination, the way that the destination has. Outside any transaction; a throw counts as one more failure. */
export async function carry(
  deps: Pick<Deps, 'handOver' | 'transports' | 'clock'>,
  { destination, payload, attempt, council }: Load,
): Promise<Carried> {
  try {
    switch (destination.kind) {
      case 'worklist':
        // It is on the team's list from the moment that its row is there.
        return { ok: true };
      case 'csv':
        return await byFile({ folder: deps.handOver.folder, council: council.slug }, destination, payload);
      case 'webhook':
        return await byWebhook(deps, destination, payload);
      case 'email':
        return deps.transports.email
          ? await byEmail({ transport: deps.transports.email, fromName: council.name, attempt }, destination, payload)
          : { ok: false, again: true, isAway: true, reason: 'No mail provider is set up' };
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, again: true, isAway: true, reason };
  }
}
