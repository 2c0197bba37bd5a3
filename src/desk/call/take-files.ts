import { linkFile } from '#modules/documents';
import { MOST_FILES } from '#modules/evidence';
import { emptyEvidence } from '#modules/forms';
import { type Answer, answersOn, pickedValues, type QuestionOf } from '#modules/questions';
import type { SubmittedForm } from '#platform/http/read-form';
import type { Errors } from '#ui';
import type { Call } from './call.ts';
import type { StepScreen } from './form-screen.ts';
import { keep } from './on-report.ts';
import type { TakenFacts } from './taken-facts.ts';

type FileQuestion = QuestionOf<'photo' | 'file'>;

/** The files of a draft that were not ticked to be left out. */
const DROPPED = 'leave-out';

/**
 * Files for the questions of a step, or what was shown instead: kept at once, whatever else is wrong on the screen, since
 * a browser does not keep chosen files.
 */
export async function takeFiles(
  call: Call,
  taken: TakenFacts,
  screen: StepScreen,
): Promise<{ taken: TakenFacts; errors: Errors }> {
  const asked = screen.questions.flatMap(({ question }) =>
    question.kind === 'photo' || question.kind === 'file' ? [question] : [],
  );
  if (asked.length === 0) return { taken, errors: {} };
  const before = answersOn(screen, taken.state.answers);
  const errors: Record<string, string> = {};
  const given: Record<string, Answer> = {};
  const shown = { ...taken.state.evidence };
  for (const question of asked) {
    const files = filesFor(call, question.id, { before: pickedValues(before[question.id]), most: question.most });
    if (files.ids.length > 0 || before[question.id] !== undefined) given[question.id] = files.ids;
    if (files.problem !== null) errors[question.id] = files.problem;
    shown[question.id] = howShown(call, question);
  }
  await linkFiles(call, taken, 'report');
  const kept = await keep(taken, { answers: { ...taken.state.answers, ...given }, evidence: shown });
  return { taken: kept, errors };
}

/** What stood in a field before and was not left out, and what was added to it now. */
export function filesFor(
  { stored, form }: Pick<Call, 'stored' | 'form'>,
  field: string,
  { before, most = MOST_FILES }: { before: readonly string[]; most?: number },
): { ids: string[]; problem: string | null } {
  const dropped = form.fields[DROPPED] ?? [];
  const { ids = [], problems = [] } = stored.get(field) ?? {};
  const all = [...before.filter((id) => !dropped.includes(id)), ...ids];
  const tooMany = all.length > most ? [`There can be up to ${most} files here. The first ${most} are kept`] : [];
  return { ids: all.slice(0, most), problem: [...problems, ...tooMany].join('. ') || null };
}

/** Say of every stored file that it belongs to this form. */
export async function linkFiles(
  { tx, deps, actor, stored }: Call,
  { draft }: TakenFacts,
  purpose: string,
): Promise<void> {
  for (const { ids } of stored.values()) {
    for (const fileId of ids) {
      await linkFile(tx, deps.clock, actor, { fileId, subjectType: 'draft', subjectId: draft.id, purpose });
    }
  }
}

/** The field that says, at the counter, that the thing itself was shown. */
export const seenAt = (id: string): string => `shown-${id}`;

function howShown({ form, actor }: { form: SubmittedForm; actor: Call['actor'] }, { id }: FileQuestion) {
  const isSeen = form.fields[seenAt(id)]?.includes('yes') ?? false;
  return isSeen ? { how: 'seen' as const, fileIds: [], seenBy: { id: actor.id, name: actor.name } } : emptyEvidence;
}
