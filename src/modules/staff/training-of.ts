import { councilConfig, type Training } from '#modules/councils';
import { localDateAt } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { StaffActor } from './actor.ts';
import type { Permission } from './permissions.ts';
import './tables.ts';

interface TrainingFor {
  /** Every training that the council has for it is recorded and has not run out. */
  isTrained: boolean;
  /** Nothing that the council requires is missing. */
  isEnough: boolean;
  /** What is missing, by name; empty where nothing is. */
  missing: string[];
}

/** Whether somebody's training for an act is recorded and good today, and whether the council asks for it. */
export async function trainingFor(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  permission: Permission,
): Promise<TrainingFor> {
  const { profile } = await councilConfig(tx, actor.councilId);
  const wanted = profile.settings.trainings.filter((one) => one.for === permission);
  const good = await goodTrainings(tx, actor.councilId, actor.id, localDateAt(profile.zone, clock.now()));
  const missing = wanted.filter(({ slug }) => !good.has(slug));
  return {
    isTrained: wanted.length > 0 && missing.length === 0,
    isEnough: missing.every(({ required }) => !required),
    missing: missing.map(({ name }) => name),
  };
}

async function goodTrainings(tx: Tx, councilId: string, staffId: string, today: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('staff_trainings')
    .select('training')
    .where('council_id', '=', councilId)
    .where('staff_id', '=', staffId)
    .where('taken_back_at', 'is', null)
    .where('trained_on', '<=', today)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today)]))
    .execute();
  return new Set(rows.map(({ training }) => training));
}

export interface TrainingLine {
  id: string;
  training: string;
  name: string;
  on: string;
  until: string | null;
  by: string;
  hasRunOut: boolean;
}

/** What is recorded of somebody, the newest first, and what the council has to record. */
export async function trainingsOf(
  tx: Tx,
  clock: Clock,
  councilId: string,
  staffId: string,
): Promise<{ lines: TrainingLine[]; offered: readonly Training[] }> {
  const { profile } = await councilConfig(tx, councilId);
  const offered = profile.settings.trainings;
  const today = localDateAt(profile.zone, clock.now());
  const rows = await tx
    .selectFrom('staff_trainings')
    .select(['id', 'training', 'trained_on as on', 'until_on as until', 'by_name as by'])
    .where('council_id', '=', councilId)
    .where('staff_id', '=', staffId)
    .where('taken_back_at', 'is', null)
    .orderBy('trained_on', 'desc')
    .orderBy('id')
    .execute();
  const lines = rows.map((row) => ({
    ...row,
    name: offered.find(({ slug }) => slug === row.training)?.name ?? row.training,
    hasRunOut: row.until !== null && row.until < today,
  }));
  return { lines, offered };
}
