import { askCustomer, caseFacts, noteOnCase } from '#modules/cases';
import { infectedAmong, subjectsOfFile } from '#modules/documents';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { changeEvidence } from './change-evidence.ts';
import type { EvidenceRow } from './find-evidence.ts';
import './tables.ts';

interface Infected {
  councilId: string;
  fileId: string;
}

/**
 * A virus was found in a file: a piece of evidence that has it is refused and asked for again, so that the customer hears
 * of it, and a case that has it says why nobody can open it. Run twice it says nothing twice.
 */
export async function refuseInfected(tx: Tx, clock: Clock, { councilId, fileId }: Infected): Promise<void> {
  const [file] = await infectedAmong(tx, councilId, [fileId]);
  if (!file) return;
  const subjects = await subjectsOfFile(tx, councilId, fileId);
  const pieceIds = subjects.flatMap(({ type, id }) => (type === 'evidence' ? [id] : []));
  for (const row of await piecesHere(tx, councilId, pieceIds)) await refuse(tx, clock, row, file.name);
  for (const { type, id } of subjects) {
    if (type === 'case') await tellCase(tx, clock, { councilId, caseId: id, file });
  }
}

/** Those that stand as sent or checked; one that was refused already is not refused again. */
async function piecesHere(tx: Tx, councilId: string, ids: readonly string[]): Promise<EvidenceRow[]> {
  if (ids.length === 0) return [];
  return await tx
    .selectFrom('evidence')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', 'in', [...ids])
    .where('state', 'in', ['given', 'checked'])
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** What else came with the piece stays with it; the one file that cannot be opened makes it wait for another. */
async function refuse(tx: Tx, clock: Clock, row: EvidenceRow, name: string): Promise<void> {
  const actor = systemActor(row.council_id);
  const reason = `We found a virus in the file ${name}, so nobody here can open it.`;
  const changes = { state: 'refused', reason, is_waited_for: true, valid_until: null } as const;
  await changeEvidence(tx, clock, actor, { row, changes });
  const question = `${reason} Please send ${row.name.toLowerCase()} again, from another device or as a new photo.`;
  await askCustomer(tx, clock, actor, { case: row.case_id, question, isBesideAnother: true });
}

async function tellCase(
  tx: Tx,
  clock: Clock,
  { councilId, caseId, file }: { councilId: string; caseId: string; file: { id: string; name: string } },
): Promise<void> {
  if (!(await caseFacts(tx, councilId, caseId))) return;
  const text = `A virus was found in the file ${file.name}. Nobody can open it. Ask for it again if it is needed.`;
  await noteOnCase(tx, clock, systemActor(councilId), { caseId, text, sourceId: `infected:${file.id}` });
}
