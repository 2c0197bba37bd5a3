import type { Tx } from '#platform/db';
import './tables.ts';

/** A piece of evidence, by name, with the case that it belongs to. */
export interface CasePiece {
  id: string;
  caseId: string;
  name: string;
}

/** The pieces of evidence of several cases. The door has asked whether the reader may see these cases. */
export async function piecesOfCases(tx: Tx, councilId: string, caseIds: readonly string[]): Promise<CasePiece[]> {
  if (caseIds.length === 0) return [];
  return tx
    .selectFrom('evidence')
    .select(['id', 'case_id as caseId', 'name'])
    .where('council_id', '=', councilId)
    .where('case_id', 'in', [...caseIds])
    .execute();
}
