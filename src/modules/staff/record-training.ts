import { councilConfig, type Training } from '#modules/councils';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import { localDateAt, plusMonths } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { may } from './permissions.ts';
import './tables.ts';

interface RecordTraining {
  staffId: string;
  /** Slug of one of the council's trainings. */
  training: string;
  /** Calendar date of the training. */
  on: string;
  /** The last day on which it is good; as the council's setting says when left out. */
  until?: string;
}

type Recorded =
  | { ok: true }
  | {
      ok: false;
      refusal: 'not-allowed' | 'not-found' | 'no-such-training' | 'in-the-future' | 'ends-before' | 'known';
    };

/** Record that somebody was trained: what, when, by whom it was recorded, and until when it is good. */
export async function recordTraining(tx: Tx, clock: Clock, actor: ActorRef, given: RecordTraining): Promise<Recorded> {
  if (!may(actor, 'manage-staff')) return { ok: false, refusal: 'not-allowed' };
  const { profile } = await councilConfig(tx, actor.councilId);
  const training = profile.settings.trainings.find(({ slug }) => slug === given.training);
  if (!training) return { ok: false, refusal: 'no-such-training' };
  if (!(await worksHere(tx, actor.councilId, given.staffId))) return { ok: false, refusal: 'not-found' };
  if (given.on > localDateAt(profile.zone, clock.now())) return { ok: false, refusal: 'in-the-future' };
  const until = given.until ?? endOf(training, given.on);
  if (until !== null && until < given.on) return { ok: false, refusal: 'ends-before' };
  const isNew = await insertTraining(tx, clock, actor, { ...given, until });
  if (!isNew) return { ok: false, refusal: 'known' };
  const about = { subjectType: 'staff', subjectId: given.staffId, detail: { training: given.training, on: given.on } };
  await recordAct(tx, clock, actor, { act: 'staff.trained', ...about });
  return { ok: true };
}

const endOf = ({ goodForMonths }: Training, on: string): string | null =>
  goodForMonths === undefined ? null : plusMonths(on, goodForMonths);

async function worksHere(tx: Tx, councilId: string, staffId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('staff_members')
    .select('id')
    .where('council_id', '=', councilId)
    .where('id', '=', staffId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function insertTraining(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { staffId, training, on, until }: Omit<RecordTraining, 'until'> & { until: string | null },
): Promise<boolean> {
  const row = await tx
    .insertInto('staff_trainings')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      staff_id: staffId,
      training,
      trained_on: on,
      until_on: until,
      at: clock.now(),
      by_name: actor.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Take back what was recorded wrongly; it stays on file as taken back. */
export async function takeBackTraining(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { staffId, trainingId }: { staffId: string; trainingId: string },
): Promise<boolean> {
  if (!may(actor, 'manage-staff')) return false;
  const row = await tx
    .updateTable('staff_trainings')
    .set({ taken_back_at: clock.now(), taken_back_by: actor.name })
    .where('council_id', '=', actor.councilId)
    .where('staff_id', '=', staffId)
    .where('id', '=', trainingId)
    .where('taken_back_at', 'is', null)
    .returning('training')
    .executeTakeFirst();
  if (!row) return false;
  const detail = { training: row.training };
  await recordAct(tx, clock, actor, {
    act: 'staff.training-taken-back',
    subjectType: 'staff',
    subjectId: staffId,
    detail,
  });
  return true;
}
