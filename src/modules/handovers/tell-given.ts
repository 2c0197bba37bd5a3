import { hereForHandOver } from '#modules/evidence';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockHandOver } from './lock-hand-over.ts';
import { setAttention } from './set-attention.ts';
import './tables.ts';

/**
 * What a back office asked for has come, or was shown: evidence never travels by itself, so an officer looks at it and
 * passes it on. Nothing where it has decided meanwhile. Run again it says the same.
 */
export async function tellGiven(
  tx: Tx,
  clock: Clock,
  { councilId, evidenceId }: { councilId: string; evidenceId: string },
): Promise<void> {
  const here = await hereForHandOver(tx, councilId, evidenceId);
  const row = here && (await lockHandOver(tx, councilId, here.handOverId));
  if (!here || !row || row.state === 'answered') return;
  await setAttention(tx, clock, row, passOn(here.names));
}

/** What an officer does with pieces that a back office asked for. */
export const passOn = (names: readonly string[]): string =>
  `It asked for this, and it is here: ${names.join('; ')}. Look at it, and pass it on`;
