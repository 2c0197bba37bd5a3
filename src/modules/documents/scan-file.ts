import { systemActor } from '#platform/actor';
import { recordAct } from '#platform/audit';
import { scanWithClamd, type Verdict } from '#platform/clamd';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { enqueue, publish } from '#platform/outbox';
import './tables.ts';

export const SCAN_TASK = 'file-scan';
const A_MINUTE = 60_000;
const LONGEST_WAIT = 60 * A_MINUTE;

/** Have a file that was just stored looked at, in the caller's transaction; without a scanner it stays "not scanned". */
export async function queueScan(tx: Tx, councilId: string, fileId: string, runAt?: Date): Promise<void> {
  await enqueue(tx, SCAN_TASK, { councilId, fileId }, { key: `${SCAN_TASK}:${fileId}`, ...(runAt && { runAt }) });
}

/**
 * Have the scanner look at a file, outside of any transaction, and keep what it says. A scanner that is down, slow or
 * says nothing that can be understood is asked again, at waits that double up to an hour, for as long as the file is kept.
 */
export async function scanFile(deps: Deps, councilId: string, fileId: string): Promise<void> {
  const file = await inCouncil(deps.db, councilId, (tx) => fileToScan(tx, councilId, fileId));
  if (!file || !deps.clamd) return;
  const bytes = await deps.files.get(file.original_key ?? '');
  if (!bytes) return;
  const verdict = await scanWithClamd(deps.clamd, bytes).catch((error: unknown) => {
    deps.log.warn({ err: String(error), file: fileId }, 'a file could not be scanned and is tried again');
    return null;
  });
  await inCouncil(deps.db, councilId, (tx) =>
    verdict
      ? keepVerdict(tx, deps, { councilId, fileId, verdict })
      : tryAgain(tx, deps, { councilId, fileId, ...file }),
  );
}

function fileToScan(tx: Tx, councilId: string, fileId: string) {
  return tx
    .selectFrom('files')
    .select(['original_key', 'scan_tries'])
    .where('council_id', '=', councilId)
    .where('id', '=', fileId)
    .where('scan_state', 'in', ['waiting', 'failed'])
    .where('disposed_at', 'is', null)
    .executeTakeFirst();
}

interface Scanned {
  councilId: string;
  fileId: string;
}

async function keepVerdict(
  tx: Tx,
  { clock }: Deps,
  { councilId, fileId, verdict }: Scanned & { verdict: Verdict },
): Promise<void> {
  const found = verdict.isClean ? null : verdict.found;
  const kept = await tx
    .updateTable('files')
    .set({ scan_state: verdict.isClean ? 'clean' : 'infected', scan_found: found, scanned_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('id', '=', fileId)
    .where('scan_state', 'in', ['waiting', 'failed'])
    .returning('id')
    .executeTakeFirst();
  if (!kept || verdict.isClean) return;
  const actor = systemActor(councilId);
  const fact = { subjectType: 'file', subjectId: fileId };
  await recordAct(tx, clock, actor, { act: 'file.infected', ...fact, detail: { found } });
  await publish(tx, clock, actor, { type: 'file.infected', ...fact });
}

async function tryAgain(
  tx: Tx,
  { clock }: Deps,
  { councilId, fileId, scan_tries: tries }: Scanned & { scan_tries: number },
): Promise<void> {
  await tx
    .updateTable('files')
    .set({ scan_state: 'failed', scan_tries: tries + 1 })
    .where('council_id', '=', councilId)
    .where('id', '=', fileId)
    .execute();
  const wait = Math.min(LONGEST_WAIT, A_MINUTE * 2 ** Math.min(tries, 10));
  await queueScan(tx, councilId, fileId, new Date(clock.now().getTime() + wait));
}
