import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import { returnToken } from './return-token.ts';
import './tables.ts';

interface SaveForLater {
  draftId: string;
  /** Where the link goes; whoever comes back must know it. */
  email: string;
  /** Somebody may call when the form is left: the number and who to ask for. */
  call: { number: string; name: string } | null;
  keptDays: number;
}

const A_DAY = 86_400_000;

/**
 * Keep a form for days instead of hours (B-38). Saved again with another address, the address is changed: a mistyped one
 * is never the end of it.
 *
 * @returns the secret of the way back, and until when the answers are kept
 */
export async function saveForLater(
  tx: Tx,
  { clock, secret }: { clock: Clock; secret: Buffer },
  { councilId }: ActorRef,
  { draftId, email, call, keptDays }: SaveForLater,
): Promise<{ token: string; until: Date }> {
  const now = clock.now();
  const token = returnToken(secret, draftId);
  const until = new Date(now.getTime() + keptDays * A_DAY);
  await tx
    .updateTable('drafts')
    .set({
      saved_to: email.trim(),
      saved_at: now,
      return_hash: hashToken(token),
      may_call: call !== null,
      call_number: call?.number ?? null,
      call_name: call?.name ?? null,
      expires_at: until,
      left_at: null,
    })
    .where('council_id', '=', councilId)
    .where('id', '=', draftId)
    .where('submitted_at', 'is', null)
    .execute();
  return { token, until };
}
