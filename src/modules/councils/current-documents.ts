import type { Tx } from '#platform/db';
import type { DocumentKind } from './document.ts';
import './tables.ts';

export interface CurrentDocument {
  readonly kind: string;
  readonly slug: string;
  readonly version: number;
  /** In the shape of its kind: it was checked when it was written, and nothing else writes it. */
  readonly body: unknown;
}

/** The documents of these kinds that are in force, by kind and slug. */
export async function currentDocuments(
  tx: Tx,
  councilId: string,
  kinds: readonly DocumentKind[],
): Promise<CurrentDocument[]> {
  return tx
    .selectFrom('council_documents')
    .select(['kind', 'slug', 'version', 'body'])
    .where('council_id', '=', councilId)
    .where('kind', 'in', kinds)
    .where('is_current', '=', true)
    .orderBy('kind')
    .orderBy('slug')
    .execute();
}

/** One version of a document, in force or not; a running case keeps the version that it was opened under. */
export async function documentVersion(
  tx: Tx,
  councilId: string,
  { kind, slug, version }: { kind: DocumentKind; slug: string; version: number },
): Promise<unknown> {
  const row = await tx
    .selectFrom('council_documents')
    .select('body')
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.body;
}
