import { storeUpload } from '#modules/documents';
import type { ActorRef } from '#platform/actor';
import type { Deps } from '#platform/deps';
import { leftOutWords, type SubmittedForm } from '#platform/http/read-form';

export interface TakenPhotos {
  fileIds: string[];
  /** What was wrong with those that could not be kept, in words. */
  problems: string[];
}

const MOST_AT_ONCE = { photo: 6, any: 10 };

/** Keep the photos, or any files that we take, of a form before its transaction begins: reading pictures takes time. */
export async function photosOf(
  deps: Deps,
  actor: ActorRef,
  form: SubmittedForm,
  accept: 'photo' | 'any' = 'photo',
): Promise<TakenPhotos> {
  const { files } = form;
  const most = MOST_AT_ONCE[accept];
  const taken: TakenPhotos = { fileIds: [], problems: [] };
  for (const { name, bytes, isTooLarge } of files.slice(0, most)) {
    const stored = await storeUpload(deps, actor, { name, bytes, isTooLarge, accept });
    if (stored.ok) taken.fileIds.push(stored.fileId);
    else taken.problems.push(`${name}: ${stored.message}`);
  }
  if (files.length > most)
    taken.problems.push(`Add up to ${most} ${accept === 'photo' ? 'photos' : 'files'} at a time`);
  else taken.problems.push(...leftOutWords(form));
  return taken;
}
