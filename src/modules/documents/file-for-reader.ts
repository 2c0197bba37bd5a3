import type { Selectable } from 'kysely';
import type { ActorRef } from '#platform/actor';
import { recordRead } from '#platform/audit';
import { type Database, inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { mayOpenFiles, mayOpenOriginals } from './policy.ts';

interface FileRequest {
  fileId: string;
  /** Subjects (a case, a job) that the door has already shown this reader: their files are shown too. */
  shownSubjectIds?: readonly string[];
  /** The sealed original instead of the shown copy. */
  original?: boolean;
  /** As everybody sees it: with the parts covered that somebody hid. Who is outside never sees another. */
  asEverybody?: boolean;
  purpose: string;
}

export type FileResult =
  | { ok: true; bytes: Buffer; mediaType: string; name: string; isPhoto: boolean }
  | { ok: false; refusal: 'not-found' | 'not-allowed' | 'infected' };

/**
 * The bytes of a file for this reader: staff, whoever was shown the case or job that it belongs to, and anybody where it
 * was published. The original only for those who handle evidence. Reads are logged with their purpose, but those of a
 * visitor whom nobody knows by name.
 */
export async function fileForReader(deps: Deps, actor: ActorRef, request: FileRequest): Promise<FileResult> {
  const file = await inCouncil(deps.db, actor.councilId, async (tx) => {
    const row = await tx
      .selectFrom('files')
      .selectAll()
      .where('council_id', '=', actor.councilId)
      .where('id', '=', request.fileId)
      .where('disposed_at', 'is', null)
      .executeTakeFirst();
    if (!row) return null;
    const links = await tx
      .selectFrom('file_links')
      .select(['subject_id', 'is_public'])
      .where('council_id', '=', actor.councilId)
      .where('file_id', '=', request.fileId)
      .execute();
    if (!mayRead(actor, request, links)) return 'not-allowed';
    if (row.scan_state === 'infected') return 'infected';
    if (actor.type === 'staff' || actor.type === 'customer' || request.original) {
      const act = request.original ? 'file.original-read' : 'file.read';
      await recordRead(tx, deps.clock, actor, {
        act,
        subjectType: 'file',
        subjectId: row.id,
        purpose: request.purpose,
      });
    }
    return row;
  });
  if (file === null) return { ok: false, refusal: 'not-found' };
  if (file === 'not-allowed' || file === 'infected') return { ok: false, refusal: file };
  const key = keyFor(actor, request, file);
  const bytes = key ? await deps.files.get(key) : null;
  if (!bytes) return { ok: false, refusal: 'not-found' };
  const mediaType = request.original && file.shown_key ? 'application/octet-stream' : file.media_type;
  return { ok: true, bytes, mediaType, name: file.name, isPhoto: file.shown_key !== null };
}

function keyFor(actor: ActorRef, { original, asEverybody }: FileRequest, file: Selectable<Database['files']>) {
  if (original) return file.original_key;
  const isOutside = actor.type === 'public' || actor.type === 'customer';
  const covered = isOutside || asEverybody ? file.public_key : null;
  return covered ?? file.shown_key ?? file.original_key;
}

function mayRead(
  actor: ActorRef,
  { original, shownSubjectIds = [] }: FileRequest,
  links: readonly { subject_id: string; is_public: boolean }[],
): boolean {
  if (original) return mayOpenOriginals(actor);
  if (mayOpenFiles(actor)) return true;
  return links.some((link) => link.is_public || shownSubjectIds.includes(link.subject_id));
}
