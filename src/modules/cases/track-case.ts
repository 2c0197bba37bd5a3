import { phoneKey } from '#modules/customers';
import { normalisePostcode } from '#modules/places';
import type { Tx } from '#platform/db';
import { type CaseSummary, caseSummary } from './case-summary.ts';
import { statusWords } from './status-words.ts';
import './tables.ts';

/** What happened, as its reader may see it. */
export interface TrackEntry {
  kind: string;
  at: Date;
  text: string;
}

export interface TrackedCase extends CaseSummary {
  stage: 'open' | 'waiting' | 'ended';
  openedAt: Date;
  /** Everyone may read of it; false for a household's own matter. */
  isPublic: boolean;
  /** What may be read by everyone; null for a household's own matter. */
  publicText: string | null;
  /** Where it is: for a public report, or for whoever proved that it is theirs. */
  place: string | null;
  entries: TrackEntry[];
  ending: { ending: string; reason: string | null; byName: string; at: Date; reopenUntil: Date | null } | null;
  isSaidToBeFixed: boolean;
}

/**
 * A case as its tracking page shows it. The reference alone shows how it stands and names no household; `isProven`, after
 * a second fact, adds where it is and what was said (domain rules: places and privacy).
 *
 * @param reference as `readReference` gives it
 */
export async function trackCase(
  tx: Tx,
  councilId: string,
  { reference, isProven }: { reference: string; isProven: boolean },
): Promise<TrackedCase | undefined> {
  const row = await tx
    .selectFrom('cases')
    .select(['id', 'stage', 'opened_at', 'public_state', 'public_text', 'place', 'outcome_achieved'])
    .where('council_id', '=', councilId)
    .where('reference', '=', reference)
    .executeTakeFirst();
  const summary = row && (await caseSummary(tx, councilId, row.id));
  if (!summary) return undefined;
  const isPublic = row.public_state === 'public';
  return {
    ...summary,
    stage: row.stage,
    openedAt: row.opened_at,
    isPublic,
    publicText: isPublic ? row.public_text : null,
    place: isPublic || isProven ? row.place : null,
    entries: await entriesFor(tx, councilId, summary, isProven),
    ending: await endingOf(tx, councilId, row.id, isPublic || isProven),
    isSaidToBeFixed: row.outcome_achieved === true,
  };
}

async function entriesFor(
  tx: Tx,
  councilId: string,
  { id, title }: { id: string; title: string },
  isProven: boolean,
): Promise<TrackEntry[]> {
  const rows = await tx
    .selectFrom('case_entries as e')
    .leftJoin('jobs as j', (join) => join.onRef('j.council_id', '=', 'e.council_id').onRef('j.id', '=', 'e.job_id'))
    .select(['e.kind', 'e.at', 'e.text', 'e.audience', 'e.data', 'j.title as job'])
    .where('e.council_id', '=', councilId)
    .where('e.case_id', '=', id)
    .where('e.audience', '<>', 'staff')
    .orderBy('e.at')
    .orderBy('e.id')
    .execute();
  return rows.flatMap(({ kind, at, text, audience, data, job }) => {
    const said = isProven || audience === 'public' ? text : statusWords({ kind, title, job, data });
    return said === null ? [] : [{ kind, at, text: said }];
  });
}

async function endingOf(
  tx: Tx,
  councilId: string,
  caseId: string,
  mayReadReason: boolean,
): Promise<TrackedCase['ending']> {
  const row = await tx
    .selectFrom('case_endings')
    .select(['ending', 'reason', 'by_name', 'at', 'reopen_until'])
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('reopened_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ending: row.ending,
    reason: mayReadReason ? row.reason : null,
    byName: row.by_name,
    at: row.at,
    reopenUntil: row.reopen_until,
  };
}

/**
 * Whether a second fact belongs to this case: its postcode, or the email address or phone number that was given with it.
 * The door limits how often it may be tried.
 */
export async function provesCase(tx: Tx, councilId: string, caseId: string, typed: string): Promise<boolean> {
  const itsCase = await tx
    .selectFrom('cases')
    .select('postcode')
    .where('council_id', '=', councilId)
    .where('id', '=', caseId)
    .executeTakeFirst();
  const postcode = normalisePostcode(typed);
  if (postcode.ok && itsCase?.postcode === postcode.postcode) return true;
  const parties = await tx
    .selectFrom('case_parties')
    .select(['email', 'phone'])
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('role', '!=', 'follower')
    .where('ended_at', 'is', null)
    .execute();
  const email = typed.trim().toLowerCase();
  const phone = phoneKey(typed);
  return parties.some(
    (one) =>
      (email !== '' && one.email === email) || (phone !== null && one.phone !== null && phoneKey(one.phone) === phone),
  );
}
