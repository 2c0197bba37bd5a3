import { type Insertable, sql } from 'kysely';
import type { Ending } from '#modules/councils';
import { importPromises } from '#modules/promises';
import { doerSlug, isReport, type ReportService, serviceCatalogue } from '#modules/services';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/db';
import { newId, newReference } from '#platform/ids';
import type { ImportedRequest } from './read-import-row.ts';
import '../tables.ts';

/** What became of each request of a batch, in its order. */
export type Taken = 'taken' | 'known' | { reason: string };

interface Batch {
  source: string;
  requests: readonly ImportedRequest[];
}

interface Offer {
  service: ReportService;
  version: number;
  teamId: string;
}

interface NewRow {
  index: number;
  id: string;
  request: ImportedRequest;
  offer: Offer;
}

/**
 * Take a batch of requests of another system as cases, with their real times and channel. They make no jobs, tell
 * nobody and are seen by the public in nothing: all of that has happened elsewhere. A source id that is in is known.
 */
export async function insertImported(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { source, requests }: Batch,
): Promise<Taken[]> {
  // Two imports of one source take their turns, so that each sees what the other has taken.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import:${actor.councilId}:${source}`}, 0))`.execute(tx);
  const offers = await offersOf(tx, actor.councilId);
  const known = await knownIds(tx, actor.councilId, { source, requests });
  const outcomes: Taken[] = requests.map(() => 'known');
  const rows: NewRow[] = [];
  for (const [index, request] of requests.entries()) {
    if (known.has(request.sourceId)) continue;
    known.add(request.sourceId);
    const offer = offers.get(request.service);
    if (offer) rows.push({ index, id: newId(clock), request, offer });
    else outcomes[index] = { reason: `The council has nothing to report under ${request.service}` };
  }
  const promised = await promise(tx, clock, actor, rows);
  const cases: { row: NewRow; dueAt: Date }[] = [];
  for (const [at, row] of rows.entries()) {
    const made = promised[at];
    outcomes[row.index] = made?.ok ? 'taken' : { reason: made?.message ?? 'It has no due time' };
    if (made?.ok) cases.push({ row, dueAt: made.dueAt });
  }
  await insertCases(tx, clock, actor, { source, cases });
  return outcomes;
}

async function offersOf(tx: Tx, councilId: string): Promise<Map<string, Offer>> {
  const { services } = await serviceCatalogue(tx, councilId);
  const teams = await tx
    .selectFrom('teams')
    .select(['id', 'slug'])
    .where('council_id', '=', councilId)
    .where('ended_at', 'is', null)
    .execute();
  const idOf = new Map(teams.map(({ id, slug }) => [slug, id]));
  const offers = [...services].flatMap(([slug, { service, version }]) => {
    const teamId = isReport(service) ? idOf.get(doerSlug(service.owner)) : undefined;
    return isReport(service) && teamId ? [[slug, { service, version, teamId }] as const] : [];
  });
  return new Map(offers);
}

async function knownIds(tx: Tx, councilId: string, { source, requests }: Batch): Promise<Set<string>> {
  if (requests.length === 0) return new Set();
  const ids = requests.map(({ sourceId }) => sourceId);
  const rows = await tx
    .selectFrom('cases')
    .select('source_id')
    .where('council_id', '=', councilId)
    .where('source', '=', source)
    .where('source_id', '=', sql<string>`any(${ids})`)
    .execute();
  return new Set(rows.flatMap(({ source_id }) => source_id ?? []));
}

function promise(tx: Tx, clock: Clock, actor: ActorRef, rows: readonly NewRow[]) {
  const wanted = rows.map(({ id, request, offer }) => ({
    subjectId: id,
    standard: offer.service.promises.primary,
    clock: request.clock,
    startedAt: request.openedAt,
    dueAt: request.dueAt,
    teamId: offer.teamId,
    ended: request.ended && { at: request.ended.at, isDone: request.ended.ending === 'done' },
  }));
  return importPromises(tx, clock, actor, wanted);
}

interface Cases {
  source: string;
  cases: readonly { row: NewRow; dueAt: Date }[];
}

async function insertCases(tx: Tx, clock: Clock, actor: ActorRef, { source, cases }: Cases): Promise<void> {
  if (cases.length === 0) return;
  const rows = cases.map((one) => caseRow(actor.councilId, source, one));
  await insertUnderFreeReferences(tx, rows);
  const entries = cases.flatMap(({ row }) => entriesOf(clock, actor, row, source));
  await tx.insertInto('case_entries').values(entries).execute();
  const endings = cases.flatMap(({ row }) => endingsOf(clock, actor, row, source));
  if (endings.length > 0) await tx.insertInto('case_endings').values(endings).execute();
}

type CaseRow = Omit<Insertable<Database['cases']>, 'reference'> & { id: string };

function caseRow(councilId: string, source: string, { row, dueAt }: Cases['cases'][number]): CaseRow {
  const { id, request, offer } = row;
  return {
    council_id: councilId,
    id,
    service_slug: offer.service.slug,
    service_version: offer.version,
    title: offer.service.name.en,
    description: request.description,
    public_state: 'private',
    channel: request.channel,
    team_id: offer.teamId,
    place: request.place,
    postcode: request.postcode,
    lat: request.lat,
    lon: request.lon,
    tier: offer.service.tier,
    opened_at: request.openedAt,
    updated_at: request.updatedAt,
    next_due_at: request.ended ? null : dueAt,
    stage: request.ended ? 'ended' : 'open',
    ending: request.ended?.ending ?? null,
    ended_at: request.ended?.at ?? null,
    source,
    source_id: request.sourceId,
  };
}

const MOST_TRIES = 5;

/** A reference may be taken, once in a very long while: those rows are tried again under another. */
async function insertUnderFreeReferences(tx: Tx, rows: readonly CaseRow[]): Promise<void> {
  let left = rows;
  for (let tries = 0; left.length > 0 && tries < MOST_TRIES; tries += 1) {
    const inserted = await tx
      .insertInto('cases')
      .values(left.map((row) => ({ ...row, reference: newReference() })))
      .onConflict((conflict) => conflict.columns(['council_id', 'reference']).doNothing())
      .returning('id')
      .execute();
    const done = new Set(inserted.map(({ id }) => id));
    left = left.filter(({ id }) => !done.has(id));
  }
  if (left.length > 0) throw new Error(`${MOST_TRIES} references in a row were taken`);
}

function entriesOf(clock: Clock, actor: ActorRef, { id, request, offer }: NewRow, source: string) {
  const { ended, openedAt } = request;
  const facts = [
    { kind: 'opened', at: openedAt, text: `${offer.service.name.en} was reported.`, data: { source } },
    ...(ended ? [{ kind: 'ended', at: ended.at, text: WORDS[ended.ending], data: { ending: ended.ending } }] : []),
  ];
  return facts.map(({ kind, at, text, data }) => ({
    council_id: actor.councilId,
    id: newId(clock),
    case_id: id,
    at,
    kind,
    audience: 'staff' as const,
    text,
    data: JSON.stringify(data),
    actor_type: actor.type,
    actor_id: actor.id,
    actor_name: actor.name,
    contact_id: null,
    job_id: null,
    source_id: null,
  }));
}

function endingsOf(clock: Clock, actor: ActorRef, { id, request: { ended } }: NewRow, source: string) {
  if (!ended) return [];
  const told = { challenge: null, passed_to: null, follows_case_id: null };
  const ending = { ending: ended.ending, reason: WORDS[ended.ending], by: null, by_name: `${source} (imported)` };
  const reopening = { reopen_until: null, reopened_at: null, reopened_because: null };
  return [
    { council_id: actor.councilId, id: newId(clock), case_id: id, at: ended.at, ...ending, ...told, ...reopening },
  ];
}

const WORDS: Readonly<Record<Ending, string>> = {
  done: 'Its own system says that it is done.',
  withdrawn: 'Its own system says that it was withdrawn.',
  duplicate: 'Its own system says that it was reported before.',
  'not-ours': 'Its own system says that it was passed on.',
  'no-access': 'Its own system says that nobody could get in.',
  'below-level': 'Its own system says that it was inspected and left.',
  refused: 'Its own system says that it was refused.',
};
