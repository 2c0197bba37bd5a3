import { openLink, spendLink } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newToken } from '#platform/ids';
import { LINK_PURPOSE } from './ask-for-code.ts';
import { passChallenge } from './check-code.ts';
import './tables.ts';

interface CodeLink {
  councilId: string;
  token: string;
}

/** Whether the link of a message with a code would still do something. Looking does not use it up: mail scanners look. */
export async function opensCodeLink(tx: Tx, clock: Clock, { councilId, token }: CodeLink): Promise<boolean> {
  return (await openLink(tx, clock, councilId, { token, purpose: LINK_PURPOSE })) !== undefined;
}

/**
 * Follow the link in place of typing the code, in whichever browser the message was read. The challenge moves to that
 * browser: the one that asked goes no further with it.
 *
 * @returns the browser's new secret; undefined where the link is used, too old or unknown
 */
export async function followCodeLink(
  tx: Tx,
  clock: Clock,
  { councilId, token }: CodeLink,
): Promise<string | undefined> {
  const link = await openLink(tx, clock, councilId, { token, purpose: LINK_PURPOSE });
  if (!link) return undefined;
  const to = { token, purpose: LINK_PURPOSE, subjectId: link.subjectId };
  if (!(await spendLink(tx, clock, councilId, to))) return undefined;
  const browserToken = newToken();
  const moved = await tx
    .updateTable('account_challenges')
    .set({ token_hash: hashToken(browserToken) })
    .where('council_id', '=', councilId)
    .where('id', '=', link.subjectId)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!moved) return undefined;
  await passChallenge(tx, clock, councilId, moved.id);
  return browserToken;
}
