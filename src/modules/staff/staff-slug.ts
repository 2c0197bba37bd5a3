import type { Tx } from '#platform/db';
import './tables.ts';

/** A short name for addresses that nobody of this council has: `ada-mensah`, then `ada-mensah-2`. */
export async function freeSlug(tx: Tx, councilId: string, name: string): Promise<string> {
  const slug = slugOf(name);
  const taken = await tx
    .selectFrom('staff_members')
    .select('slug')
    .where('council_id', '=', councilId)
    .where((eb) => eb.or([eb('slug', '=', slug), eb('slug', 'like', `${slug}-%`)]))
    .execute();
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(slug)) return slug;
  let number = 2;
  while (slugs.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return slug.slice(0, 60) || 'staff';
}
