import { z } from 'zod';
import type { Tx } from '#platform/db';
import { type Answers, meets } from './condition.ts';

const words = z.union([z.string().transform((en) => ({ en })), z.looseObject({ en: z.string() })]);
const condition = z.looseObject({
  question: z.string(),
  is: z.union([z.boolean(), z.string(), z.array(z.union([z.boolean(), z.string()]))]),
});
const doer = z.union([z.looseObject({ team: z.string() }), z.looseObject({ partner: z.string() })]);

const question = z.looseObject({
  id: z.string(),
  kind: z.string(),
  label: words,
  publish: z.boolean().default(false),
  options: z.array(z.looseObject({ value: z.string(), label: words })).default([]),
});

const job = z.looseObject({
  slug: z.string(),
  title: words,
  instructions: words,
  by: doer,
  evidence: z.enum(['note', 'photo']),
  standard: z.string(),
  handover: z.enum(['sheet', 'live']).default('sheet'),
  when: condition.optional(),
});

const storedService = z.looseObject({
  kind: z.literal('report'),
  slug: z.string(),
  name: words,
  tier: z.string(),
  visibility: z.enum(['public', 'private']).default('private'),
  place: z.enum(['household', 'point', 'none']).default('none'),
  openNearby: z.looseObject({ metres: z.number() }).nullable().default(null),
  owner: doer,
  questions: z.array(question).default([]),
  jobs: z.array(job).default([]),
  promises: z.looseObject({
    primary: z.string(),
    instead: z.array(z.looseObject({ standard: z.string(), when: condition })).default([]),
    also: z.array(z.looseObject({ standard: z.string(), when: condition.optional() })).default([]),
  }),
  templates: z.record(z.string(), z.string()).default({}),
  followUp: z
    .looseObject({ notFixedDays: z.number().optional(), repeatFailureDays: z.number().optional() })
    .default({}),
  /** Whether a case ends when its last job is done with evidence, or waits for its officer to say so. */
  closes: z.enum(['by-itself', 'by-officer']).default('by-officer'),
});

/** One version of a service as a case needs it: who owns it, which jobs and promises it makes, who may see it. */
export type CaseService = z.infer<typeof storedService> & { readonly version: number };
export type ServiceJob = CaseService['jobs'][number];
export type Doer = z.infer<typeof doer>;

// A version never changes, so what was read once stays right for the life of the process.
const known = new Map<string, CaseService>();
const MOST_KNOWN = 2_000;

/** The service as the case was opened under it, or as it stands now. Nothing where it is not one that can be reported. */
export async function caseService(
  tx: Tx,
  councilId: string,
  slug: string,
  version?: number,
): Promise<CaseService | undefined> {
  const wanted = version ?? (await currentVersion(tx, councilId, slug));
  if (wanted === undefined) return undefined;
  const key = `${councilId}/${slug}/${wanted}`;
  const cached = known.get(key);
  if (cached) return cached;
  const service = await readVersion(tx, councilId, slug, wanted);
  if (!service) return undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, service);
  return service;
}

async function currentVersion(tx: Tx, councilId: string, slug: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('council_documents')
    .select('version')
    .where('council_id', '=', councilId)
    .where('kind', '=', 'service')
    .where('slug', '=', slug)
    .where('is_current', '=', true)
    .executeTakeFirst();
  return row?.version;
}

async function readVersion(tx: Tx, councilId: string, slug: string, version: number): Promise<CaseService | undefined> {
  const row = await tx
    .selectFrom('council_documents')
    .select('body')
    .where('council_id', '=', councilId)
    .where('kind', '=', 'service')
    .where('slug', '=', slug)
    .where('version', '=', version)
    .executeTakeFirst();
  const read = storedService.safeParse(row?.body);
  return read.success ? { ...read.data, version } : undefined;
}

/** The slug of the team or partner that does something. */
export function doerSlug(by: Doer): string {
  return 'team' in by && typeof by.team === 'string' ? by.team : String(by['partner']);
}

/** The jobs that these answers call for. */
export function jobsFor(service: CaseService, answers: Answers): ServiceJob[] {
  return service.jobs.filter(({ when }) => meets(when, answers));
}

/** Slugs of the standards under which a case with these answers is promised: the one told first leads. */
export function standardsFor(service: CaseService, answers: Answers): string[] {
  const { primary, instead, also } = service.promises;
  const first = instead.find(({ when }) => meets(when, answers))?.standard ?? primary;
  const others = also.filter(({ when }) => meets(when, answers)).map(({ standard }) => standard);
  const ofJobs = jobsFor(service, answers).map(({ standard }) => standard);
  return [...new Set([first, ...others, ...ofJobs])];
}
