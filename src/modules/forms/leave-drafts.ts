import { sendMessage } from '#modules/contacts';
import { councilConfig, english } from '#modules/councils';
import { currentService } from '#modules/services';
import { systemActor } from '#platform/actor';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { returnToken } from './return-token.ts';
import { sayUntil } from './say-until.ts';
import './tables.ts';

const AN_HOUR = 3_600_000;
const AT_ONCE = 200;

/**
 * Saved forms that nobody went on with for the council's time are taken for left: their people get one message with the
 * link and the ways to get help, and where they allowed it they are on the list to be called. Run by the queue.
 *
 * @returns how many were left
 */
export async function leaveDrafts(deps: Deps, councilId: string): Promise<number> {
  return await inCouncil(deps.db, councilId, async (tx) => {
    const { profile } = await councilConfig(tx, councilId);
    const now = deps.clock.now();
    const before = new Date(now.getTime() - profile.settings.savedForms.leftAfterHours * AN_HOUR);
    const left = await tx
      .selectFrom('drafts')
      .select(['id', 'service_slug', 'saved_to', 'expires_at'])
      .where('council_id', '=', councilId)
      .where('saved_at', 'is not', null)
      .where('left_at', 'is', null)
      .where('submitted_at', 'is', null)
      .where('updated_at', '<', before)
      .where('saved_at', '<', before)
      .where('expires_at', '>', now)
      .orderBy('updated_at')
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const one of left) await leave(tx, deps, councilId, one);
    return left.length;
  });
}

interface LeftDraft {
  id: string;
  service_slug: string;
  saved_to: string | null;
  expires_at: Date;
}

async function leave(tx: Tx, { clock, secret }: Deps, councilId: string, draft: LeftDraft): Promise<void> {
  await tx
    .updateTable('drafts')
    .set({ left_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('id', '=', draft.id)
    .execute();
  const { profile } = await councilConfig(tx, councilId);
  const service = (await currentService(tx, councilId, draft.service_slug))?.service;
  if (draft.saved_to === null || !service) return;
  await sendMessage(tx, clock, systemActor(councilId), {
    key: `form-left:${draft.id}`,
    template: profile.settings.templates['form-left'],
    channel: 'email',
    to: { email: draft.saved_to },
    variables: {
      service: english(service.name),
      track: `/return/${returnToken(secret, draft.id)}`,
      due: sayUntil(draft.expires_at, profile.zone),
      phone: profile.phone,
    },
    serviceSlug: draft.service_slug,
  });
}
