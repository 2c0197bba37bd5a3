import { z } from 'zod';
import type { Tx } from '#platform/db';
import './tables.ts';

export interface ProofView {
  id: string;
  rule: string;
  at: Date;
  by: string;
  /** Rows by table, and `records`: how many the rule took. */
  counts: Record<string, number>;
  sha256: string;
}

const countsSchema = z.record(z.string(), z.number());

/** What was disposed of, newest first, at most so many batches. */
export async function proofList(tx: Tx, councilId: string, most = 50): Promise<ProofView[]> {
  const rows = await tx
    .selectFrom('disposals')
    .select(['id', 'rule', 'run_at', 'by_name', 'counts', 'proof_sha256'])
    .where('council_id', '=', councilId)
    .orderBy('run_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    at: row.run_at,
    by: row.by_name,
    counts: countsSchema.parse(row.counts),
    sha256: row.proof_sha256,
  }));
}
