import { createHash } from 'node:crypto';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { newId } from '#platform/ids';
import { queueScan } from './scan-file.ts';
import { type ShownPhoto, shownPhoto } from './shown-photo.ts';
import { sniffFile } from './sniff-file.ts';
import './tables.ts';

export interface Upload {
  /** As the sender's device named it; shown, never trusted. */
  name: string;
  bytes: Buffer;
  /** It was cut at the limit on its way in. */
  isTooLarge?: boolean;
  /** What the question asks for; a photo question takes no PDF. */
  accept?: 'photo' | 'any';
}

/** Largest file that is kept, in bytes. */
export const MOST_BYTES = 15 * 1024 * 1024;
const LONGEST_NAME = 120;

export const UPLOAD_MESSAGES = {
  empty: 'The file is empty. Choose another one',
  'too-large': 'The file must be 15 MB or smaller. Most phones can send a smaller copy of a photo',
  'not-a-photo':
    'The file must be a photo (JPG, PNG, HEIC or WebP). Its name may end in .jpg, but what is in it is not a photo',
  'not-allowed-type': 'The file must be a photo (JPG, PNG, HEIC or WebP) or a PDF',
  unreadable: 'We cannot open the photo. It may be damaged or far too large. Take it again, or send us a smaller copy',
} as const;
export type UploadRefusal = keyof typeof UPLOAD_MESSAGES;

export type StoreResult =
  | { ok: true; fileId: string; mediaType: string; isPhoto: boolean }
  | { ok: false; refusal: UploadRefusal; message: string };

/**
 * Keep a file that somebody sent: judged by its bytes, a photo stripped and shown as a copy, the original sealed apart
 * with its hash. Both are on the disk before the row that names them. Where there is a scanner it looks at the original next.
 */
export async function storeUpload(deps: Deps, actor: ActorRef, upload: Upload): Promise<StoreResult> {
  const checked = await checkUpload(upload);
  if (!checked.ok) return { ...checked, message: UPLOAD_MESSAGES[checked.refusal] };
  const { db, clock, files } = deps;
  const fileId = newId(clock);
  const originalKey = `${actor.councilId}/original/${fileId}`;
  const shownKey = checked.photo ? `${actor.councilId}/shown/${fileId}` : null;
  await files.put(originalKey, upload.bytes);
  if (checked.photo && shownKey) await files.put(shownKey, checked.photo.bytes);
  const shown = checked.photo?.bytes ?? upload.bytes;
  await inCouncil(db, actor.councilId, async (tx) => {
    await tx
      .insertInto('files')
      .values({
        council_id: actor.councilId,
        id: fileId,
        name: plainName(upload.name),
        media_type: checked.photo ? 'image/jpeg' : checked.mediaType,
        bytes: shown.length,
        sha256: hashOf(shown),
        width: checked.photo?.width ?? null,
        height: checked.photo?.height ?? null,
        shown_key: shownKey,
        original_key: originalKey,
        original_sha256: hashOf(upload.bytes),
        scan_state: deps.clamd ? 'waiting' : 'not-scanned',
        uploaded_by_type: actor.type,
        uploaded_by: actor.id,
        uploaded_at: clock.now(),
        disposed_at: null,
      })
      .execute();
    if (deps.clamd) await queueScan(tx, actor.councilId, fileId);
    await recordAct(tx, clock, actor, { act: 'file.stored', subjectType: 'file', subjectId: fileId });
  });
  return {
    ok: true,
    fileId,
    mediaType: checked.photo ? 'image/jpeg' : checked.mediaType,
    isPhoto: checked.photo !== null,
  };
}

type Checked = { ok: true; mediaType: string; photo: ShownPhoto | null } | { ok: false; refusal: UploadRefusal };

async function checkUpload({ bytes, isTooLarge, accept = 'any' }: Upload): Promise<Checked> {
  if (isTooLarge || bytes.length > MOST_BYTES) return { ok: false, refusal: 'too-large' };
  if (bytes.length === 0) return { ok: false, refusal: 'empty' };
  const found = await sniffFile(bytes);
  if (!found || (accept === 'photo' && found.kind !== 'photo')) {
    return { ok: false, refusal: accept === 'photo' ? 'not-a-photo' : 'not-allowed-type' };
  }
  if (found.kind === 'document') return { ok: true, mediaType: found.mediaType, photo: null };
  const photo = await shownPhoto(bytes);
  return photo ? { ok: true, mediaType: found.mediaType, photo } : { ok: false, refusal: 'unreadable' };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

// The name is shown and offered for saving: no path, no control characters, no quotes that could end a header.
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  return plain.slice(-LONGEST_NAME) || 'file';
}
