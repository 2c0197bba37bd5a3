import { storeUpload } from '#modules/documents';
import type { ActorRef } from '#platform/actor';
import type { Deps } from '#platform/deps';
import type { SubmittedForm } from '#platform/http/read-form';

export interface TakenPhotos {
  fileIds: string[];
  /** What was wrong with those that could not be kept, in words. */
  problems: string[];
}

const MOST_AT_ONCE = 6;

/** Keep the photos of a form before its transaction begins: reading pictures takes time. */
export async function photosOf(deps: Deps, actor: ActorRef, { files }: SubmittedForm): Promise<TakenPhotos> {
  const taken: TakenPhotos = { fileIds: [], problems: [] };
  for (const { name, bytes, isTooLarge } of files.slice(0, MOST_AT_ONCE)) {
    const stored = await storeUpload(deps, actor, { name, bytes, isTooLarge, accept: 'photo' });
    if (stored.ok) taken.fileIds.push(stored.fileId);
    else taken.problems.push(`${name}: ${stored.message}`);
  }
  if (files.length > MOST_AT_ONCE) taken.problems.push(`Add up to ${MOST_AT_ONCE} photos at a time`);
  return taken;
}
