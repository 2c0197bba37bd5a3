import { noteJob } from '#modules/cases';
import type { Actor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Errors, Values } from '#ui';
import { type Outcome, oneAct } from '../act.ts';
import { photosOf } from '../photos-of.ts';
import type { JobAct } from './job-acts.ts';

interface Pressed {
  actor: Actor;
  jobId: string;
  form: SubmittedForm;
  /** Where to go on when it is done. */
  to: string;
}

const TYPED = ['reason', 'note', 'done-note', 'for-customer', 'why', 'means', 'again', 'not-done-note'];

/**
 * Do what was pressed on a job sheet. What is refused leaves nothing behind but the photos: a browser cannot send them
 * again by itself, so they are put on the job and count as its evidence.
 */
export async function pressJob(deps: Deps, act: JobAct, pressed: Pressed): Promise<Outcome> {
  const { actor, jobId, form, to } = pressed;
  const { fileIds, problems } = await photosOf(deps, actor, form);
  const values: Values = Object.fromEntries(TYPED.map((name) => [name, fieldOf(form, name)]));
  const outcome = await oneAct(deps, actor.councilId, async (tx) => {
    const press = { tx, clock: deps.clock, actor, jobId, form, fileIds };
    const errors = problems.length > 0 ? photoErrors(form, problems) : await act(press);
    return Object.keys(errors).length === 0 ? { to } : { errors, values };
  });
  if ('errors' in outcome && fileIds.length > 0) await keepPhotos(deps, actor, { jobId, fileIds });
  return outcome;
}

function photoErrors({ files }: SubmittedForm, problems: readonly string[]): Errors {
  return { [files[0]?.field ?? 'photo']: problems.join('. ') };
}

async function keepPhotos({ db, clock }: Deps, actor: Actor, { jobId, fileIds }: { jobId: string; fileIds: string[] }) {
  await inCouncil(db, actor.councilId, (tx) => noteJob(tx, clock, actor, { jobId, note: '', fileIds }));
}
