import { noteOnCase } from '#modules/cases';
import { english } from '#modules/councils';
import { linkFile } from '#modules/documents';
import { isEmptyAnswer, shownQuestions } from '#modules/questions';
import { systemActor } from '#platform/actor';
import { reportPhotos } from '../../portal/report/report-photos.ts';
import { walkTaken } from './form-screen.ts';
import type { TakenFacts } from './taken-facts.ts';

/** The files of a form go to its case; of what was shown instead, or follows, the case says so. */
export async function keepFiles(taken: TakenFacts, caseId: string): Promise<void> {
  const { tx, deps, actor, state } = taken;
  for (const fileId of reportPhotos(taken)) {
    await linkFile(tx, deps.clock, actor, { fileId, subjectType: 'case', subjectId: caseId, purpose: 'report' });
  }
  for (const { id, kind, label, required } of shownQuestions(walkTaken(taken))) {
    if ((kind !== 'photo' && kind !== 'file') || !isEmptyAnswer(state.answers[id] ?? '')) continue;
    const seenBy = state.evidence[id]?.seenBy;
    if (!seenBy && !required) continue;
    const text = seenBy
      ? `${english(label)}: shown in person to ${seenBy.name}.`
      : `${english(label)}: not here yet. They were told that they can send it, or show it at a counter.`;
    const note = { caseId, text, sourceId: `form-file:${caseId}:${id}` };
    await noteOnCase(tx, deps.clock, systemActor(actor.councilId), note);
  }
}
