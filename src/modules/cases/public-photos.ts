import { filesOf } from '#modules/documents';
import type { Tx } from '#platform/db';

export interface PublicPhoto {
  id: string;
  width: number | null;
  height: number | null;
}

/** The photos of public cases that somebody cleared for everybody, by case. The caller knows that the cases are public. */
export async function publicPhotos(
  tx: Tx,
  councilId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, PublicPhoto[]>> {
  const files = await filesOf(tx, councilId, caseIds);
  const cleared = files.filter(({ isPublic, mediaType }) => isPublic && mediaType.startsWith('image/'));
  const byCase = new Map<string, PublicPhoto[]>();
  for (const { subjectId, id, width, height } of cleared)
    byCase.set(subjectId, [...(byCase.get(subjectId) ?? []), { id, width, height }]);
  return byCase;
}
