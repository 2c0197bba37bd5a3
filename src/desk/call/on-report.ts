import { type DraftState, saveDraft, sealBank, typedNow } from '#modules/forms';
import { questionsOf } from '#modules/services';
import { fieldOf } from '#platform/http/read-form';
import { directoryOf } from '../../portal/directory.ts';
import { DRAFT_FIELD } from '../../portal/report/on-report.ts';
import { type Call, type CallAnswer, refusedCall } from './call.ts';
import type { TakenFacts } from './taken-facts.ts';
import { takenFacts } from './taken-report.ts';

/** A press about the report that is being taken. Without one the adviser is asked to choose a service. */
export function onReport(work: (call: Call, report: TakenFacts) => Promise<CallAnswer>) {
  return async (call: Call): Promise<CallAnswer> => {
    const { tx, deps, actor, contact } = call;
    if (contact.endedAt) return refusedCall('already-ended');
    const directory = await directoryOf(tx, call.council);
    const report = await takenFacts(tx, deps, actor, { contactId: contact.id, directory });
    if (!report) return { errors: { q: 'Choose the service first' } };
    return isOfAnother(call, report) ? { errors: { call: ANOTHER } } : await work(call, report);
  };
}

const ANOTHER = 'The form that you typed in is not open any more. Nothing of it was kept: look at the one that is';

/** A form that was left in another window, or begun for somebody else: its answers must not reach this one. */
function isOfAnother({ form }: Call, { draft }: TakenFacts): boolean {
  const typedFor = fieldOf(form, DRAFT_FIELD);
  return typedFor !== '' && typedFor !== draft.id;
}

/** Keep what has changed in the report, and give it as it is now. */
export async function keep(report: TakenFacts, changed: Partial<DraftState>): Promise<TakenFacts> {
  const { tx, deps, actor, service, draft } = report;
  const merged = { ...report.state, ...changed };
  const sealed = sealBank({ secret: deps.secret, councilId: actor.councilId }, questionsOf(service), merged.answers);
  const state = { ...merged, answers: sealed, typedBy: typedNow(report.state, sealed, actor.id) };
  await saveDraft(tx, deps.clock, actor.councilId, { id: draft.id, state });
  return { ...report, state };
}
