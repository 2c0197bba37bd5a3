import { type Actor, may } from '#modules/staff';
import { recordAct } from '#platform/audit';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { newId } from '#platform/ids';
import { coveredPhoto } from './covered-photo.ts';
import { squareNames, squaresOf } from './photo-squares.ts';
import './tables.ts';

interface HideParts {
  fileId: string;
  /** Names of squares, as `squareNames` gives them; none shows all of it again. */
  hidden: readonly string[];
}

export type HidePartsResult = { ok: true } | { ok: false; refusal: 'not-found' | 'not-allowed' | 'no-such-square' };

/**
 * Cover parts of a photo for all who are outside: they get a copy of its own. Those who work on it see the whole of it
 * still, and the sealed original is not touched. The caller has looked whether the photo may be reviewed. The bytes are on
 * the disk before the row that names them, and those of the copy before go once it does not.
 */
export async function hideParts(deps: Deps, actor: Actor, { fileId, hidden }: HideParts): Promise<HidePartsResult> {
  const { db, clock, files } = deps;
  const { councilId } = actor;
  if (!may(actor, 'review-public-text')) return { ok: false, refusal: 'not-allowed' };
  const file = await inCouncil(db, councilId, (tx) =>
    tx
      .selectFrom('files')
      .select(['shown_key', 'width', 'height'])
      .where('council_id', '=', councilId)
      .where('id', '=', fileId)
      .where('disposed_at', 'is', null)
      .executeTakeFirst(),
  );
  const bytes = file?.shown_key ? await files.get(file.shown_key) : null;
  if (!file || !bytes) return { ok: false, refusal: 'not-found' };
  const names = new Set(squareNames(squaresOf(file)));
  if (!hidden.every((name) => names.has(name))) return { ok: false, refusal: 'no-such-square' };
  const key = hidden.length === 0 ? null : `${councilId}/public/${newId(clock)}`;
  if (key) await files.put(key, await coveredPhoto(bytes, hidden));
  // Disposed of while it was painted over: then the new copy is what nobody needs.
  const { isGone, unneeded } = await inCouncil(db, councilId, async (tx) => {
    const mine = tx
      .selectFrom('files')
      .select('public_key')
      .where('council_id', '=', councilId)
      .where('id', '=', fileId)
      .where('disposed_at', 'is', null);
    const row = await mine.forUpdate().executeTakeFirst();
    if (!row) return { isGone: true, unneeded: key };
    const changes = { public_key: key, hidden: [...hidden] };
    await tx.updateTable('files').set(changes).where('council_id', '=', councilId).where('id', '=', fileId).execute();
    const detail = { hidden: [...hidden] };
    await recordAct(tx, clock, actor, { act: 'file.parts-hidden', subjectType: 'file', subjectId: fileId, detail });
    return { isGone: false, unneeded: row.public_key };
  });
  if (unneeded) await files.remove(unneeded);
  return isGone ? { ok: false, refusal: 'not-found' } : { ok: true };
}
