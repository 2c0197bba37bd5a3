import { z } from 'zod';
import { disposeLooseFiles } from '#modules/documents';
import { filesInForms, forgetDrafts } from '#modules/forms';
import { forgetSignIns } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { asOwner, inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { forgetKeys } from '#platform/forget-keys';
import { defineTask, enqueue } from '#platform/outbox';
import { REMOVE_FILES, runDisposal } from './run-disposal.ts';

const NIGHTLY = 'retention-dispose';
const HOURLY = 'retention-housekeeping';

/** Disposal at 02:20, when nobody works; what was only of use for hours is swept every hour. */
export const RETENTION_CRONTAB = [`20 2 * * * ${NIGHTLY}`, `35 * * * * ${HOURLY}`].join('\n');

const filesPayload = z.object({ keys: z.array(z.string()) });

export function defineRetentionTasks(): void {
  forEachCouncil(NIGHTLY, async (deps, councilId) => {
    await runDisposal(deps, systemActor(councilId));
    await forgetLooseFiles(deps, councilId);
  });
  forEachCouncil(HOURLY, housekeeping);
  defineTask(REMOVE_FILES, async ({ files }, payload) => {
    for (const key of filesPayload.parse(payload).keys) await files.remove(key);
  });
}

/** Forget what lives for hours or days: unfinished reports, sessions, links, failed sign-ins, kept answers, counts. */
async function housekeeping({ db, clock }: Deps, councilId: string): Promise<void> {
  await inCouncil(db, councilId, async (tx) => {
    await forgetDrafts(tx, clock, councilId);
    await forgetSignIns(tx, clock, councilId);
    await forgetKeys(tx, clock, councilId);
  });
}

/** What was uploaded and never sent. */
async function forgetLooseFiles({ db, clock }: Deps, councilId: string): Promise<void> {
  await inCouncil(db, councilId, async (tx) => {
    const inForms = await filesInForms(tx, councilId);
    const { keys } = await disposeLooseFiles(tx, clock, councilId, { inForms });
    if (keys.length > 0) await enqueue(tx, REMOVE_FILES, { councilId, keys });
  });
}

/** One task a council, so that a council's trouble is its own. */
function forEachCouncil(name: string, work: (deps: Deps, councilId: string) => Promise<void>): void {
  const one = `${name}-council`;
  defineTask(name, async ({ db }) => {
    await asOwner(db, async (tx) => {
      const councils = await tx.selectFrom('councils').select('id').execute();
      for (const { id } of councils) await enqueue(tx, one, { councilId: id }, { key: `${one}:${id}`, queue: one });
    });
  });
  defineTask(one, (deps, { councilId }) => work(deps, councilId));
}
