import { z } from 'zod';
import type { Tx } from '#platform/db';
import { clockSpec } from './clock/clock-spec.ts';
import { type PromiseWords, promiseWordsSchema } from './what-is-promised.ts';

const storedStandard = z.looseObject({
  slug: z.string(),
  promise: z.string(),
  what: promiseWordsSchema.optional(),
  words: promiseWordsSchema.optional(),
  clock: clockSpec,
  warnAfter: z.number().optional(),
  risk: z.object({ share: z.number() }).optional(),
});

/** One version of a council's standard, as far as a promise needs it. */
export interface StandardVersion {
  readonly slug: string;
  readonly version: number;
  /** acknowledge, answer, visit, make-safe, complete … */
  readonly kind: string;
  /** What is promised, in words for the customer by language; the due time is said after it. */
  readonly what: PromiseWords;
  readonly spec: z.infer<typeof clockSpec>;
  /** The owner is warned when this share of the time has gone. */
  readonly warnShare: number | null;
}

// A version never changes, so what was read once stays right for the life of the process.
const known = new Map<string, StandardVersion>();
const MOST_KNOWN = 5_000;

/** The current version of each standard named; one that the council does not have is missing from the answer. */
export async function currentStandards(
  tx: Tx,
  councilId: string,
  slugs: readonly string[],
): Promise<Map<string, StandardVersion>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .selectFrom('council_documents')
    .select(['slug', 'version'])
    .where('council_id', '=', councilId)
    .where('kind', '=', 'standard')
    .where('slug', 'in', [...new Set(slugs)])
    .where('is_current', '=', true)
    .execute();
  const standards = new Map<string, StandardVersion>();
  for (const { slug, version } of rows) {
    const standard = await standardVersion(tx, councilId, { slug, version });
    if (standard) standards.set(slug, standard);
  }
  return standards;
}

async function standardVersion(
  tx: Tx,
  councilId: string,
  { slug, version }: { slug: string; version: number },
): Promise<StandardVersion | undefined> {
  const key = `${councilId}/${slug}/${version}`;
  const cached = known.get(key);
  if (cached) return cached;
  const row = await tx
    .selectFrom('council_documents')
    .select('body')
    .where('council_id', '=', councilId)
    .where('kind', '=', 'standard')
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  const standard = fromBody(row.body, version);
  known.set(key, standard);
  return standard;
}

function fromBody(body: unknown, version: number): StandardVersion {
  const stored = storedStandard.parse(body);
  return {
    slug: stored.slug,
    version,
    kind: stored.promise,
    what: stored.what ?? stored.words ?? { en: stored.promise },
    spec: stored.clock,
    warnShare: stored.warnAfter ?? stored.risk?.share ?? null,
  };
}
