import { addToCase, answerFromCustomer, type CaseRow, lockCase, mayAddTo } from '#modules/cases';
import { infectedAmong, linkFile } from '#modules/documents';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { changeEvidence } from './change-evidence.ts';
import { type EvidenceRow, findEvidence } from './find-evidence.ts';
import { piecesOf } from './pieces-of.ts';
import { refuseInfected } from './refuse-infected.ts';
import { isOpen, MOST_FILES } from './words.ts';

interface GiveEvidence {
  /** Id or reference. */
  case: string;
  piece: string;
  /** 1 to 10 files that are stored already. */
  fileIds: readonly string[];
  contactId?: string | null;
  /** It came with the application itself, so that the story need not say it again. */
  isWithApplication?: boolean;
}

export type GiveRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'ended'
  | 'in-person'
  | 'already-checked'
  | 'nothing-sent'
  | 'too-many'
  | 'unknown-file';
export type GiveResult = { ok: true } | { ok: false; refusal: GiveRefusal };

/**
 * Files for a piece of evidence. What was refused is replaced, what waits to be checked is added to. When the last piece
 * that the case waits for is here, its promises run again.
 */
export async function giveEvidence(tx: Tx, clock: Clock, actor: Actor, command: GiveEvidence): Promise<GiveResult> {
  if (!mayAddTo(actor)) return { ok: false, refusal: 'not-allowed' };
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  const row = itsCase && (await findEvidence(tx, itsCase, command.piece));
  if (!row) return { ok: false, refusal: 'not-found' };
  const fileIds = filesWith(row, command.fileIds);
  const refusal = await refusalOf(tx, clock, { itsCase, row, given: command.fileIds, fileIds });
  if (refusal) return { ok: false, refusal };
  for (const fileId of command.fileIds) {
    const linked = await linkFile(tx, clock, actor, {
      fileId,
      subjectType: 'evidence',
      subjectId: row.id,
      purpose: 'evidence',
    });
    if (!linked.ok) return { ok: false, refusal: 'unknown-file' };
  }
  const changes = { state: 'given', shown: 'upload', reason: null, is_waited_for: false } as const;
  await changeEvidence(tx, clock, actor, { row, changes: { ...changes, file_ids: fileIds } });
  // Found before it was sent: the piece is asked for again at once.
  const infected = await infectedAmong(tx, actor.councilId, command.fileIds);
  for (const { id } of infected) await refuseInfected(tx, clock, { councilId: actor.councilId, fileId: id });
  if (infected.length > 0) return { ok: true };
  if (!command.isWithApplication) await tellCase(tx, clock, actor, { itsCase, row, contactId: command.contactId });
  return { ok: true };
}

function filesWith(row: EvidenceRow, given: readonly string[]): string[] {
  const kept = row.state === 'given' || row.state === 'asked' ? row.file_ids : [];
  return [...new Set([...kept, ...given])];
}

interface Given {
  itsCase: CaseRow;
  row: EvidenceRow;
  given: readonly string[];
  fileIds: readonly string[];
}

async function refusalOf(
  tx: Tx,
  clock: Clock,
  { itsCase, row, given, fileIds }: Given,
): Promise<GiveRefusal | undefined> {
  if (itsCase.ended_at) return 'ended';
  if (!isOpen(row.state)) return 'already-checked';
  if (given.length === 0) return 'nothing-sent';
  if (fileIds.length > MOST_FILES) return 'too-many';
  const pieces = await piecesOf(tx, clock, { councilId: row.council_id, caseId: row.case_id });
  return pieces?.all.find(({ id }) => id === row.piece)?.show === 'in-person' ? 'in-person' : undefined;
}

interface Told {
  itsCase: CaseRow;
  row: EvidenceRow;
  contactId?: string | null | undefined;
}

/** The story says that it came, not what is in it. */
async function tellCase(tx: Tx, clock: Clock, actor: Actor, { itsCase, row, contactId }: Told): Promise<void> {
  const said = { case: itsCase.id, text: `Sent as evidence: ${row.name}.`, contactId: contactId ?? null };
  if (row.is_waited_for && (await isLast(tx, row)) && itsCase.stage === 'waiting') {
    await answerFromCustomer(tx, clock, actor, said);
    return;
  }
  await addToCase(tx, clock, actor, { ...said, kind: 'new-fact' });
}

export async function isLast(tx: Tx, { council_id, case_id, id }: EvidenceRow): Promise<boolean> {
  const other = await tx
    .selectFrom('evidence')
    .select('id')
    .where('council_id', '=', council_id)
    .where('case_id', '=', case_id)
    .where('id', '<>', id)
    .where('is_waited_for', '=', true)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}
