import { createHash } from 'node:crypto';
import { z } from 'zod';
import { filesOf, linkFile, MOST_BYTES, storeUpload } from '#modules/documents';
import type { ActorRef } from '#platform/actor';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { guardedFetch } from '#platform/guarded-fetch';
import type { TaskPayload } from '#platform/outbox';

const payloadSchema = z.object({
  councilId: z.string(),
  caseId: z.string(),
  url: z.string(),
  sender: z.object({ id: z.string(), name: z.string() }),
});

const LIMITS = { maxBytes: MOST_BYTES, maxMilliseconds: 20_000 };

/**
 * Fetch one photo that another site's report named, and put it on the case. What lies inside, is too large or is not a
 * photo is left where it is; what is only away for now is tried again. Run twice, it is one photo.
 */
export async function fetchMedia(deps: Deps, payload: TaskPayload, fetchIt = guardedFetch): Promise<void> {
  const { councilId, caseId, url, sender } = payloadSchema.parse(payload);
  const name = `${createHash('sha256').update(url).digest('hex').slice(0, 16)}.jpg`;
  const there = await inCouncil(deps.db, councilId, (tx) => filesOf(tx, councilId, [caseId]));
  if (there.some((file) => file.name === name)) return;
  const fetched = await fetchIt(url, LIMITS);
  if (!fetched.ok) {
    deps.log.warn({ caseId, refusal: fetched.refusal }, 'a photo of another site could not be fetched');
    if (fetched.refusal === 'away' || fetched.refusal === 'too-slow') throw new Error(`a photo was ${fetched.refusal}`);
    return;
  }
  const actor: ActorRef = { councilId, type: 'machine', id: sender.id, name: sender.name };
  const stored = await storeUpload(deps, actor, { name, bytes: fetched.bytes, accept: 'photo' });
  if (!stored.ok) {
    deps.log.warn({ caseId, refusal: stored.refusal }, 'what another site named is not a photo');
    return;
  }
  const link = { fileId: stored.fileId, subjectType: 'case', subjectId: caseId, purpose: 'report' } as const;
  await inCouncil(deps.db, councilId, (tx) => linkFile(tx, deps.clock, actor, link));
}
