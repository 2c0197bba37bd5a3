import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { forgetRevision } from './by-revision.ts';
import { type Difference, differencesBetween } from './differences.ts';
import { type CouncilDocument, hashOf } from './document.ts';
import './tables.ts';

/** A document that was changed at the desk since the folder was last loaded. */
export interface EditedAtDesk {
  readonly kind: string;
  readonly slug: string;
  readonly version: number;
  readonly differences: readonly Difference[];
}

export type KeptDocuments =
  | { ok: true; made: number; ended: number }
  | { ok: false; refusal: 'not-allowed' }
  | { ok: false; refusal: 'edited-at-desk'; edited: EditedAtDesk[] };

/**
 * Put what a council's folder says in force, as one change: a document that differs makes a new version, one that is
 * gone is no longer current, one that is the same makes nothing. What already runs keeps the version that it has.
 *
 * Refuses, with each difference, when a document was edited at the desk: somebody must decide which is right.
 */
export async function keepDocuments(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  documents: readonly CouncilDocument[],
): Promise<KeptDocuments> {
  if (actor.type !== 'system') return { ok: false, refusal: 'not-allowed' };
  const current = await currentVersions(tx, actor.councilId);
  const wanted = documents.map((document) => ({ ...document, hash: hashOf(document.body) }));
  const changed = wanted.filter(({ kind, slug, hash }) => current.get(`${kind}/${slug}`)?.hash !== hash);
  const edited = changed.flatMap((document) =>
    editedAtDesk(document, current.get(`${document.kind}/${document.slug}`)),
  );
  if (edited.length > 0) return { ok: false, refusal: 'edited-at-desk', edited };

  const names = new Set(wanted.map(({ kind, slug }) => `${kind}/${slug}`));
  const gone = [...current.values()].filter(({ name, source }) => source === 'folder' && !names.has(name));
  const replaced = changed.flatMap(({ kind, slug }) => current.get(`${kind}/${slug}`) ?? []);
  if (changed.length + gone.length === 0) return { ok: true, made: 0, ended: 0 };

  for (const { kind, slug } of [...gone, ...replaced]) await retire(tx, actor.councilId, kind, slug);
  const latest = await latestVersions(tx, actor.councilId);
  await insertVersions(
    tx,
    clock,
    actor,
    changed.map((one) => ({ ...one, version: 1 + (latest.get(`${one.kind}/${one.slug}`) ?? 0) })),
  );
  await bumpRevision(tx, actor.councilId);
  await recordAct(tx, clock, actor, {
    act: 'council.loaded',
    subjectType: 'council',
    subjectId: actor.councilId,
    detail: { made: changed.length, ended: gone.length },
  });
  return { ok: true, made: changed.length, ended: gone.length };
}

interface CurrentVersion {
  name: string;
  kind: string;
  slug: string;
  version: number;
  hash: string;
  body: unknown;
  source: 'folder' | 'desk';
}

async function currentVersions(tx: Tx, councilId: string): Promise<Map<string, CurrentVersion>> {
  const rows = await tx
    .selectFrom('council_documents')
    .select(['kind', 'slug', 'version', 'hash', 'body', 'source'])
    .where('council_id', '=', councilId)
    .where('is_current', '=', true)
    .execute();
  return new Map(rows.map((row) => [`${row.kind}/${row.slug}`, { ...row, name: `${row.kind}/${row.slug}` }]));
}

function editedAtDesk({ kind, slug, body }: CouncilDocument, before: CurrentVersion | undefined): EditedAtDesk[] {
  if (before?.source !== 'desk') return [];
  return [{ kind, slug, version: before.version, differences: differencesBetween(body, before.body) }];
}

/** Also of what is no longer current: a service that comes back goes on counting where it stopped. */
async function latestVersions(tx: Tx, councilId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('council_documents')
    .select(({ fn }) => ['kind', 'slug', fn.max('version').as('version')])
    .where('council_id', '=', councilId)
    .groupBy(['kind', 'slug'])
    .execute();
  return new Map(rows.map(({ kind, slug, version }) => [`${kind}/${slug}`, version]));
}

async function retire(tx: Tx, councilId: string, kind: string, slug: string): Promise<void> {
  await tx
    .updateTable('council_documents')
    .set({ is_current: false })
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .where('is_current', '=', true)
    .execute();
}

async function insertVersions(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  versions: readonly (CouncilDocument & { hash: string; version: number })[],
): Promise<void> {
  if (versions.length === 0) return;
  const rows = versions.map(({ kind, slug, version, hash, body }) => ({
    council_id: actor.councilId,
    kind,
    slug,
    version,
    hash,
    body: JSON.stringify(body),
    source: 'folder' as const,
    is_current: true,
    made_at: clock.now(),
    made_by: actor.name,
  }));
  await tx.insertInto('council_documents').values(rows).execute();
}

async function bumpRevision(tx: Tx, councilId: string): Promise<void> {
  await tx
    .updateTable('councils')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', councilId)
    .execute();
  forgetRevision(tx);
}
