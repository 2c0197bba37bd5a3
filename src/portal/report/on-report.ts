import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { type AccountActor, accountOf, type HelpedView } from '#modules/accounts';
import { type Draft, type DraftState, draftOfToken, saveDraft, sealBank, typedNow } from '#modules/forms';
import { localDate } from '#modules/places';
import { type Answers, type Ask, type Walk, walk, withAnswers } from '#modules/questions';
import { formOf, isTransaction, questionsOf, serviceVersion, type Transaction } from '#modules/services';
import { type PublicActor, visitor } from '#modules/staff';
import { askCouncil, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, readForm, type SubmittedForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken, type PublicShell } from '#platform/http/shell';
import { askingFor } from '../account/helped.portal.ts';
import { type Directory, directoryOf } from '../directory.ts';
import { publicShell } from '../shell.ts';
import { EndedPage } from './ended.page.tsx';
import { reportToken } from './report-cookie.ts';
import { type FormParams, type ReportPaths, reportPaths, wayOf } from './report-paths.ts';

export interface ReportRoute {
  Params: FormParams & { id?: string };
}

/** What a step answers: a page, or where to go on. It is sent only when the transaction has been committed. */
export type StepAnswer = { page: VNode; status?: number } | { to: string };

/** A report that is being made, as each of its steps gets it. */
export interface OpenReport {
  tx: Tx;
  deps: Deps;
  actor: PublicActor;
  service: Transaction;
  directory: Directory;
  draft: Draft;
  state: DraftState;
  form: SubmittedForm;
  /** Who is signed in, where somebody is. */
  account: AccountActor | null;
  /** The page that is being answered, by its key: where people stop is counted, with nothing about them. */
  page: string | undefined;
  /** The person whom they help and ask for now. */
  askingFor: HelpedView | null;
  paths: ReportPaths;
  shell: PublicShell;
  /** Hidden fields of every form of this report. */
  hidden: Record<string, string>;
}

/** What any door knows of a report that is being made: enough to look places up and to say what is known. */
export type ReportFacts = Pick<OpenReport, 'tx' | 'deps' | 'service' | 'directory' | 'state'> & {
  actor: { readonly councilId: string };
};

export const DRAFT_FIELD = 'draft';

/**
 * A step of a report: finds the draft behind the browser's cookie and does `work` in one transaction. Without a draft the
 * report begins at its start; a draft that was sent leads to its confirmation, so "back" and a second press do no harm; a
 * form that belongs to another draft is not taken, so that nobody's answers reach somebody else's report.
 */
export function onReport(deps: Deps, work: (report: OpenReport) => Promise<StepAnswer>) {
  return async (request: FastifyRequest<ReportRoute>, reply: FastifyReply): Promise<FastifyReply> => {
    const { councilId } = request;
    // A page that is only shown writes nothing, and nobody waits for its transaction to end.
    const transaction = request.method === 'GET' ? askCouncil : inCouncil;
    const answer = await transaction(deps.db, councilId, async (tx) => {
      const found = await openReport(tx, deps, request, reply);
      return 'service' in found ? await work(found) : found;
    });
    return 'to' in answer ? seeOther(reply, answer.to) : reply.code(answer.status ?? 200).html(answer.page);
  };
}

async function openReport(
  tx: Tx,
  deps: Deps,
  request: FastifyRequest<ReportRoute>,
  reply: FastifyReply,
): Promise<OpenReport | StepAnswer> {
  const paths = reportPaths(request.params);
  const token = reportToken(request);
  if (token === undefined) return { to: paths.base };
  const ended = () => ({
    page: EndedPage({ ...request.publicShell, paths, token: formToken(reply) }),
    status: 410,
  });
  const draft = await draftHere(tx, deps, request, token);
  const account = accountOf(request);
  if (!draft || draft.serviceSlug !== request.params.slug || isOfOther(draft, account)) return ended();
  const form = readForm(request);
  if (request.method === 'POST' && fieldOf(form, DRAFT_FIELD) !== draft.id) return ended();
  if (draft.submittedAt) return { to: paths.sent };
  const service = await serviceVersion(tx, request.councilId, draft.serviceSlug, draft.serviceVersion);
  if (!service || !isTransaction(service) || wayOf(service) !== request.params.way) return ended();
  return {
    tx,
    deps,
    actor: visitor(request.councilId),
    service,
    directory: await directoryOf(tx, request.council),
    draft,
    state: draft.state,
    form,
    account,
    page: request.params.id,
    askingFor: await askingFor(tx, deps, request, account),
    paths,
    shell: request.publicShell,
    hidden: { ...formToken(reply), [DRAFT_FIELD]: draft.id },
  };
}

/**
 * The draft behind the browser's secret. The route that is asked most finds out with the same question whether the council
 * last seen at this host still stands: one that has moved has no such draft, one that has changed has another face.
 */
async function draftHere(tx: Tx, deps: Deps, request: FastifyRequest, token: string): Promise<Draft | null> {
  const { councilId, council } = request;
  const asked = { token, isShown: request.method === 'GET' };
  const confirms = request.routeOptions.config.confirmsCouncil === true;
  const [draft] = await Promise.all([
    draftOfToken(tx, deps.clock, councilId, asked),
    confirms ? request.confirmCouncil(tx) : undefined,
  ]);
  if (request.councilId !== councilId) return null;
  if (request.council.revision !== council.revision) await publicShell(deps)(request);
  return draft;
}

/** A form that stands in one account is not shown to whoever signs in to another at the same computer. */
export function isOfOther({ accountId }: Draft, account: AccountActor | null): boolean {
  return accountId !== null && account !== null && accountId !== account.id;
}

/** Keep what was answered and give the report with it. While somebody is signed in, it stands in their account. */
export async function keep(report: OpenReport, changed: Partial<DraftState>): Promise<OpenReport> {
  const { tx, deps, actor, service, draft, page, directory, account, askingFor: helped } = report;
  const merged = { ...report.state, ...changed };
  const sealed = sealBank({ secret: deps.secret, councilId: actor.councilId }, questionsOf(service), merged.answers);
  const state = { ...merged, answers: sealed, typedBy: typedNow(report.state, sealed, null) };
  const { keptDays } = directory.config.profile.settings.savedForms;
  const owner = account ? { accountId: account.id, grantId: helped?.grantId ?? null, keptDays } : undefined;
  await saveDraft(tx, deps.clock, actor.councilId, { id: draft.id, state, page, owner });
  return { ...report, state };
}

/** The council's calendar date now, `YYYY-MM-DD`; of what came on paper the day on which it came. */
export function today({ deps, directory, draft }: Pick<Standing, 'deps' | 'directory' | 'draft'>): string {
  return draft?.receivedOn ?? localDate(deps.clock.now(), directory.config.profile.zone);
}

/** Where the report stands with the answers so far. */
export function stands({ service, state, ...report }: Standing): Walk {
  return walk(formOf(service), { answers: state.answers, today: today(report), told: state.told });
}

export type Standing = Pick<OpenReport, 'service' | 'state' | 'deps' | 'directory'> & {
  draft?: Pick<Draft, 'receivedOn'> | undefined;
};

/** Keep what was answered on one page, and only those later answers that still apply. */
export async function answered(report: OpenReport, ask: Ask, given: Answers): Promise<OpenReport> {
  const answers = withAnswers(ask, report.state.answers, given);
  return await keep(report, { answers: stands({ ...report, state: { ...report.state, answers } }).held });
}
