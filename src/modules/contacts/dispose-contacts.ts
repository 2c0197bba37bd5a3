import type { Tx } from '#platform/db';
import { type Counts, deleteInOrder, sumCounts } from '#platform/delete-rows';
import './tables.ts';

/** Take contacts for good, with their questions, segments, marks and messages. For retention alone. */
export async function disposeContacts(
  tx: Tx,
  councilId: string,
  contactIds: readonly string[],
): Promise<{ counts: Counts; messageIds: string[] }> {
  const messages = await idsOf(tx, councilId, 'contact_id', contactIds);
  const counts = await deleteInOrder(tx, councilId, [
    ['messages', 'contact_id', contactIds],
    ['contact_marks', 'subject_id', contactIds],
    ['contact_questions', 'contact_id', contactIds],
    ['contact_segments', 'contact_id', contactIds],
    ['contacts', 'id', contactIds],
  ]);
  return { counts, messageIds: messages };
}

/** The marks of these cases and contacts, whose promises are disposed of before the marks themselves. */
export async function markIdsOf(tx: Tx, councilId: string, subjectIds: readonly string[]): Promise<string[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tx
    .selectFrom('contact_marks')
    .select('id')
    .where('council_id', '=', councilId)
    .where('subject_id', 'in', [...subjectIds])
    .execute();
  return rows.map(({ id }) => id);
}

/** Take messages alone: that there was one stays in the history for as long as its contact. */
export function disposeMessages(tx: Tx, councilId: string, messageIds: readonly string[]): Promise<Counts> {
  return deleteInOrder(tx, councilId, [['messages', 'id', messageIds]]);
}

/**
 * What contacts hold of cases that go: their marks and messages go with them, since both tell the case's story; a
 * contact that is kept longer keeps its channel and its price and forgets which case it was about.
 */
export async function disposeAboutCases(
  tx: Tx,
  councilId: string,
  caseIds: readonly string[],
): Promise<{ counts: Counts; messageIds: string[] }> {
  const messageIds = await idsOf(tx, councilId, 'case_id', caseIds);
  const counts = await deleteInOrder(tx, councilId, [
    ['messages', 'case_id', caseIds],
    ['contact_marks', 'subject_id', caseIds],
  ]);
  if (caseIds.length > 0) {
    await tx
      .updateTable('contact_questions')
      .set({ case_id: null, note: null })
      .where('council_id', '=', councilId)
      .where('case_id', 'in', [...caseIds])
      .execute();
  }
  return { counts: sumCounts(counts), messageIds };
}

async function idsOf(
  tx: Tx,
  councilId: string,
  column: 'contact_id' | 'case_id',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('messages')
    .select('id')
    .where('council_id', '=', councilId)
    .where(column, 'in', [...ids])
    .execute();
  return rows.map(({ id }) => id);
}
