import type { MessageVariables } from '#modules/contacts';
import { type ContactPoint, councilConfig } from '#modules/councils';
import { describeDue, type PromiseView, promisesOf } from '#modules/promises';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CaseService } from './case-service.ts';
import type { CaseRow } from './find-case.ts';

interface WordsOf {
  itsCase: CaseRow;
  service: CaseService | undefined;
  /** Staff id of the officer who signs; the council signs where there is none. */
  signedBy: string | null;
}

export interface CaseWords {
  variables: MessageVariables;
  officerId: string | null;
}

/** What every message of a case can say: which report, what is promised by when, who answers for it and where. */
export async function caseWords(tx: Tx, clock: Clock, { itsCase, service, signedBy }: WordsOf): Promise<CaseWords> {
  const config = await councilConfig(tx, itsCase.council_id);
  const team = await teamOf(tx, itsCase);
  const answersByRole = config.teams.get(team.slug)?.answersBy === 'role';
  const officer = answersByRole || !signedBy ? undefined : await officerOf(tx, itsCase.council_id, signedBy);
  const { profile, contactPoints } = config;
  return {
    officerId: officer?.id ?? null,
    variables: {
      service: itsCase.title.toLowerCase(),
      reference: itsCase.reference,
      place: itsCase.place ?? 'the place that you gave',
      ...(await promiseWords(tx, clock, itsCase, profile.zone)),
      ...(officer ? { officer: officer.name, officerTitle: officer.title } : byCouncil(profile)),
      team: team.name,
      inbox: team.inbox,
      phone: phoneOf(contactPoints.get(service?.contact ?? '')) ?? profile.phone,
      track: `/track/${itsCase.reference}`,
    },
  };
}

/** Where nobody signs by name the council does. Its team is named in the line below, and says so once. */
function byCouncil({ name }: { name: string }) {
  return { officer: name, officerTitle: '' };
}

async function promiseWords(tx: Tx, clock: Clock, itsCase: CaseRow, zone: string) {
  const running = await runningPromises(tx, itsCase);
  const when = ({ dueAt }: PromiseView) => describeDue(dueAt, zone, clock.now());
  const [next] = running;
  const promise = running.map((one) => `${one.what.en} ${when(one)}.`).join(' ');
  return { promise, due: next ? when(next) : '' };
}

function phoneOf(point: ContactPoint | undefined): string | undefined {
  return point?.channel === 'phone' ? point.address : undefined;
}

function teamOf(tx: Tx, { council_id, team_id }: CaseRow) {
  return tx
    .selectFrom('teams')
    .select(['slug', 'name', 'inbox'])
    .where('council_id', '=', council_id)
    .where('id', '=', team_id)
    .executeTakeFirstOrThrow();
}

/** The officer, while they are here. A letter is never signed by somebody who has left. */
function officerOf(tx: Tx, councilId: string, staffId: string) {
  return tx
    .selectFrom('staff_members')
    .select(['id', 'name', 'job_title as title'])
    .where('council_id', '=', councilId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
}

/** What still runs, the soonest first. To be told that we will tell is no promise worth a message. */
async function runningPromises(tx: Tx, { council_id, id }: CaseRow): Promise<PromiseView[]> {
  const promises = await promisesOf(tx, council_id, [id]);
  return promises
    .filter(({ outcome, pausedAt, kind }) => outcome === null && pausedAt === null && kind !== 'acknowledge')
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}
