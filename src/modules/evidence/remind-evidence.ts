import { findCase, messageCase, noteOnCase } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { systemActor } from '#platform/actor';
import { localMoment } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import { asOwner, inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { EvidenceRow } from './find-evidence.ts';
import './tables.ts';

/** Nobody is written to in the night. */
const NOT_BEFORE = 8;

/**
 * Across councils: what was asked for and did not come by its day. The customer is reminded once of all that is late in
 * one case, and the officer reads so; from then on it stands on the list of late evidence. What is not required is theirs
 * to leave out.
 *
 * @see docs/domain/evidence.md
 */
export async function remindEvidence({ db, clock }: Deps): Promise<void> {
  const councils = await asOwner(db, (tx) =>
    tx
      .selectFrom('evidence')
      .select('council_id')
      .distinct()
      .where('state', 'in', ['asked', 'refused'])
      .where('is_required', '=', true)
      .where('reminded_at', 'is', null)
      .where('due_on', 'is not', null)
      .execute(),
  );
  for (const { council_id } of councils) await inCouncil(db, council_id, (tx) => remindOf(tx, clock, council_id));
}

async function remindOf(tx: Tx, clock: Clock, councilId: string): Promise<void> {
  const { profile } = await councilConfig(tx, councilId);
  const { date: today, hour } = localMoment(profile.zone, clock.now());
  if (hour < NOT_BEFORE) return;
  const late = await lateNow(tx, councilId, today);
  for (const caseId of new Set(late.map((one) => one.case_id))) {
    const pieces = late.filter((one) => one.case_id === caseId);
    await remind(tx, clock, { councilId, caseId, pieces });
  }
}

function lateNow(tx: Tx, councilId: string, today: string): Promise<EvidenceRow[]> {
  return tx
    .selectFrom('evidence as e')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'e.council_id').onRef('c.id', '=', 'e.case_id'))
    .selectAll('e')
    .where('e.council_id', '=', councilId)
    .where('e.state', 'in', ['asked', 'refused'])
    .where('e.is_required', '=', true)
    .where('e.reminded_at', 'is', null)
    .where('e.due_on', '<', today)
    .where('c.ended_at', 'is', null)
    .orderBy('e.due_on')
    .orderBy('e.id')
    .forUpdate('e')
    .execute();
}

interface Remind {
  councilId: string;
  caseId: string;
  pieces: readonly EvidenceRow[];
}

async function remind(tx: Tx, clock: Clock, { councilId, caseId, pieces }: Remind): Promise<void> {
  const itsCase = await findCase(tx, councilId, caseId);
  const [first] = pieces;
  if (!itsCase || !first) return;
  const names = pieces.map(({ name }) => name).join('; ');
  const key = `evidence-late:${first.id}:${first.due_on ?? ''}`;
  const told = await messageCase(tx, clock, { itsCase, moment: 'evidence-late', key, variables: { question: names } });
  const how = told.length > 0 ? 'We reminded them' : 'They left no way to remind them';
  const text = `Not here by its day: ${names}. ${how}.`;
  await noteOnCase(tx, clock, systemActor(councilId), { caseId, text, sourceId: key });
  await tx
    .updateTable('evidence')
    .set({ reminded_at: clock.now() })
    .where('council_id', '=', councilId)
    .where(
      'id',
      'in',
      pieces.map(({ id }) => id),
    )
    .execute();
}
