import { councilConfig } from '#modules/councils';
import { instantOf } from '#modules/places';
import { type MadePromise, makePromises } from '#modules/promises';
import { sayDate } from '#modules/questions';
import { type Actor, isStaff } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { addParties } from './add-parties.ts';
import { type CaseOpened, findOpened, lockOrigin } from './case-opened.ts';
import { caseRow } from './case-row.ts';
import { insertCase } from './insert-case.ts';
import type { OpenCase } from './open-case-command.ts';
import { type CasePlan, type PlanRefusal, planCase } from './plan-case.ts';
import { mayOpenCase } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { sendJobs } from './send-jobs.ts';
import { todayOf } from './today-of.ts';
import { writeClaimDay } from './write-claim-day.ts';
import { writeEntry } from './write-entry.ts';

export type OpenCaseRefusal = PlanRefusal | 'not-allowed' | 'no-promise';
export type OpenCaseResult = CaseOpened | { ok: false; refusal: OpenCaseRefusal; message: string };

/**
 * Open a case: owned, promised, and sent to those who do the work, all in the caller's transaction. The version of the
 * service is kept, so that a definition that changes later changes nothing here. The same submission or source id
 * opened again answers with the case that is there.
 *
 * @see docs/domain/cases.md#opening (source: F-01, F-02, F-12, F-13, F-24, F-32, F-37)
 */
export async function openCase(tx: Tx, clock: Clock, actor: Actor, command: OpenCase): Promise<OpenCaseResult> {
  if (!mayOpenCase(actor)) {
    return { ok: false, refusal: 'not-allowed', message: 'Your sign-in does not let you report.' };
  }
  if (command.receivedOn !== undefined && !isStaff(actor)) {
    return { ok: false, refusal: 'not-allowed', message: 'Only staff type in what came on paper.' };
  }
  await lockOrigin(tx, actor.councilId, command);
  const opened = await findOpened(tx, actor.councilId, command);
  if (opened) return opened;
  const plan = await planCase(tx, clock, actor, command);
  if (!plan.ok) return plan;
  const dated = { ...command, ...(await receiptOf(tx, clock, actor, command)) };
  const promised = await makeCasePromises(tx, clock, actor, { plan, command: dated });
  if (!promised.ok) return { ok: false, refusal: 'no-promise', message: promised.message };
  return write(tx, clock, actor, { plan, command: dated, promises: promised.promises });
}

interface Planned {
  plan: CasePlan;
  command: OpenCase;
}

function makeCasePromises(tx: Tx, clock: Clock, actor: Actor, { plan, command }: Planned) {
  const { caseId, team, owner, standards } = plan;
  const wanted = standards.map((standard) => ({
    subjectType: 'case' as const,
    subjectId: caseId,
    standard,
    teamId: team.id,
    ownerId: owner?.id ?? null,
    ...(command.receivedAt && { startedAt: command.receivedAt }),
    ...(command.imported && { imported: command.imported }),
  }));
  return makePromises(tx, clock, actor, wanted);
}

type Promised = Planned & { promises: MadePromise[] };

async function write(tx: Tx, clock: Clock, actor: Actor, { plan, command, promises }: Promised): Promise<CaseOpened> {
  const { caseId, service, team, teams, owner, repeats } = plan;
  const reference = await insertCase(tx, caseRow(clock, actor.councilId, { plan, command, promises }));
  await addParties(tx, clock, { councilId: actor.councilId, caseId }, command.parties);
  const byStandard = new Map(promises.map((promise) => [promise.standard, promise]));
  const work = { caseId, jobs: plan.jobs, teams, promises: byStandard, firstNumber: 1 };
  const jobs = await sendJobs(tx, clock, actor, work);
  await writeEntry(tx, clock, actor, {
    caseId,
    kind: 'opened',
    audience: 'customer',
    text: openedWords(service, command),
    // The answers stand here under their questions' ids, whichever door they came through.
    data: { answers: command.answers },
    contactId: command.contactId,
  });
  const customerIds = command.parties.flatMap(({ customerId }) => customerId ?? []);
  await writeClaimDay(tx, clock, actor, { caseId, service, customerIds, receivedOn: command.receivedOn });
  await auditPaper(tx, clock, actor, { caseId, receivedOn: command.receivedOn });
  await publishCase(tx, clock, actor, { type: 'case.opened', subjectId: caseId });
  if (repeats) await escalate(tx, clock, actor, { plan, repeats });
  return {
    ok: true,
    caseId,
    reference,
    isNew: true,
    team: { id: team.id, name: team.name },
    owner,
    promises,
    jobs,
    repeats,
  };
}

/** A day has no hour: noon stands for one that has passed. */
async function receiptOf(
  tx: Tx,
  clock: Clock,
  { councilId }: Actor,
  { receivedOn }: OpenCase,
): Promise<Pick<OpenCase, 'receivedAt'>> {
  if (receivedOn === undefined || receivedOn === (await todayOf(tx, clock, councilId))) return {};
  const { profile } = await councilConfig(tx, councilId);
  return { receivedAt: instantOf(receivedOn, '12:00', profile.zone) };
}

async function auditPaper(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { caseId, receivedOn }: { caseId: string; receivedOn: string | undefined },
): Promise<void> {
  if (receivedOn === undefined) return;
  const about = { subjectType: 'case', subjectId: caseId };
  await recordAct(tx, clock, actor, { act: 'case.typed-from-paper', ...about, detail: { receivedOn } });
}

function openedWords(service: CasePlan['service'], { receivedOn }: OpenCase): string {
  const onPaper = receivedOn === undefined ? '' : ` It came to us on paper on ${sayDate(receivedOn)}.`;
  return `${wordsOf(service)}${onPaper}`;
}

function wordsOf(service: CasePlan['service']): string {
  const { en: name } = service.name;
  if (service.kind === 'report') return `${name} was reported.`;
  return service.act === 'tell' ? `We were told: ${name}.` : `${name} was applied for.`;
}

interface Escalation {
  plan: CasePlan;
  repeats: { id: string; reference: string };
}

async function escalate(tx: Tx, clock: Clock, actor: Actor, { plan, repeats }: Escalation): Promise<void> {
  const { caseId, owner } = plan;
  const text = `This is the second failure at this place: see ${repeats.reference}. The manager owns it.`;
  await writeEntry(tx, clock, actor, {
    caseId,
    kind: 'repeat',
    audience: 'staff',
    text,
    data: { repeats: repeats.id },
  });
  await publishCase(tx, clock, actor, {
    type: 'case.escalated',
    subjectId: caseId,
    data: { to: owner?.id ?? null, why: 'repeat' },
  });
}
