import { sql } from 'kysely';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newId, newToken } from '#platform/ids';
import { prepared } from '#platform/prepared';
import { type Draft, type DraftState, emptyState, readState } from './draft.ts';
import './tables.ts';

/** A report that nobody goes on with is forgotten after this long: it may hold a name, on a shared computer too. */
const LIFE_HOURS = 4;
const AN_HOUR = 3_600_000;

interface StartDraft {
  serviceSlug: string;
  serviceVersion: number;
  channel: string;
  contactId?: string | undefined;
  customerId?: string | undefined;
  state?: DraftState;
  /** On which day it came on paper, `YYYY-MM-DD`. */
  receivedOn?: string | undefined;
}

/**
 * Begin a report. Returns its id and the secret that the browser keeps in a cookie: with the id alone, which stands in
 * the page's forms, nobody else's draft can be opened.
 */
export async function startDraft(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  draft: StartDraft,
): Promise<{ id: string; token: string }> {
  const now = clock.now();
  const id = newId(clock);
  const token = newToken();
  await tx
    .insertInto('drafts')
    .values({
      council_id: actor.councilId,
      id,
      service_slug: draft.serviceSlug,
      service_version: draft.serviceVersion,
      channel: draft.channel,
      answers: JSON.stringify(draft.state ?? emptyState),
      token_hash: hashToken(token),
      started_by: actor.type === 'staff' ? actor.id : null,
      contact_id: draft.contactId ?? null,
      customer_id: draft.customerId ?? null,
      received_on: draft.receivedOn ?? null,
      made_at: now,
      updated_at: now,
      expires_at: new Date(now.getTime() + LIFE_HOURS * AN_HOUR),
    })
    .execute();
  return { id, token };
}

/**
 * The draft behind a browser's secret, sent or not; null when there is none or it has been forgotten. Its row is locked
 * until the transaction ends, so that two windows cannot write over each other's answers; not where it is only shown.
 */
export async function draftOfToken(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { token, isShown = false }: { token: string; isShown?: boolean },
): Promise<Draft | null> {
  const statement = isShown ? selectToShow : selectToChange;
  const row = await statement.first(tx, { councilId, tokenHash: hashToken(token) });
  if (!row || !opensByCookie(row, clock.now())) return null;
  return {
    id: row.id,
    serviceSlug: row.service_slug,
    serviceVersion: row.service_version,
    channel: row.channel,
    contactId: row.contact_id,
    customerId: row.customer_id,
    state: readState(row.answers),
    savedTo: row.saved_to,
    accountId: row.account_id,
    helpedAt: row.helped_at,
    receivedOn: row.received_on,
    expiresAt: row.expires_at,
    submittedAt: row.submitted_at,
    caseId: row.case_id,
  };
}

const draftRow = (tx: Tx, { councilId, tokenHash }: { councilId: string; tokenHash: Buffer }) =>
  tx
    .selectFrom('drafts')
    .select([
      'id',
      'service_slug',
      'service_version',
      'channel',
      'contact_id',
      'customer_id',
      'answers',
      'submitted_at',
      'case_id',
      'expires_at',
      'saved_to',
      'saved_at',
      'updated_at',
      'account_id',
      'helped_at',
      'received_on',
    ])
    .where('council_id', '=', councilId)
    .where('token_hash', '=', tokenHash);

const selectToShow = prepared(draftRow);
const selectToChange = prepared((tx, asked: Parameters<typeof draftRow>[1]) => draftRow(tx, asked).forUpdate());

/** A form that stands in an account is kept for days, but the browser in which it was left open forgets it after hours. */
function opensByCookie(
  row: { expires_at: Date; account_id: string | null; saved_at: Date | null; updated_at: Date },
  now: Date,
): boolean {
  if (row.expires_at <= now) return false;
  if (row.account_id === null || row.saved_at !== null) return true;
  return now.getTime() - row.updated_at.getTime() < LIFE_HOURS * AN_HOUR;
}

interface SaveDraft {
  id: string;
  state: DraftState;
  page?: string | undefined;
  /** Who is signed in: from now on it stands in their account. */
  owner?: { accountId: string; grantId: string | null; keptDays: number } | undefined;
}

/** Keep what has been answered so far. Does nothing to a draft that was sent: its answers stand in the submission. */
export function saveDraft(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { id, state, page, owner }: SaveDraft,
): Promise<void> {
  const now = clock.now();
  const life = owner ? owner.keptDays * 24 * AN_HOUR : LIFE_HOURS * AN_HOUR;
  const expiresAt = new Date(now.getTime() + life);
  const kept = { councilId, id, answers: JSON.stringify(state), page: page ?? null, now, expiresAt };
  // It travels with what follows, the end of the transaction at the latest.
  if (owner) updateInAccount.send(tx, { ...kept, accountId: owner.accountId, grantId: owner.grantId });
  else updateDraft.send(tx, kept);
  return Promise.resolve();
}

interface Kept {
  councilId: string;
  id: string;
  answers: string;
  page: string | null;
  now: Date;
  expiresAt: Date;
}

const updateDraft = prepared(draftUpdate);
const updateInAccount = prepared((tx, kept: Kept & { accountId: string; grantId: string | null }) =>
  draftUpdate(tx, kept).set({ account_id: kept.accountId, grant_id: kept.grantId }),
);

function draftUpdate(tx: Tx, { councilId, id, answers, page, now, expiresAt }: Kept) {
  return (
    tx
      .updateTable('drafts')
      .set({ answers, page: sql<string>`coalesce(${page}, page)`, updated_at: now })
      // A form that was saved keeps the days that it was promised.
      .set({ expires_at: sql<Date>`greatest(expires_at, ${expiresAt}::timestamptz)` })
      .where('council_id', '=', councilId)
      .where('id', '=', id)
      .where('submitted_at', 'is', null)
  );
}

/** Forget one draft at once: the person has finished, or the next one starts at the same computer. */
export async function forgetDraft(tx: Tx, councilId: string, id: string): Promise<void> {
  await tx.deleteFrom('drafts').where('council_id', '=', councilId).where('id', '=', id).execute();
}

/**
 * Forget drafts whose time has passed, sent or not; those that were never sent are counted by service and page, with
 * nothing about anybody (B-38, A-19). Returns how many. Run by the queue.
 */
export async function forgetDrafts(tx: Tx, clock: Clock, councilId: string): Promise<number> {
  const gone = await tx
    .deleteFrom('drafts')
    .where('council_id', '=', councilId)
    .where('expires_at', '<=', clock.now())
    .returning(['service_slug', 'channel', 'updated_at', 'submitted_at', 'saved_at', 'account_id', 'page'])
    .execute();
  const left = gone.filter(({ submitted_at }) => submitted_at === null);
  for (const { service_slug, channel, updated_at, saved_at, account_id, page } of left) {
    const was_saved = saved_at !== null || account_id !== null;
    const on = updated_at.toISOString().slice(0, 10);
    const row = { council_id: councilId, id: newId(clock), service_slug, channel, on_date: on, page: page ?? '' };
    await tx
      .insertInto('forms_left')
      .values({ ...row, was_saved })
      .execute();
  }
  return gone.length;
}
