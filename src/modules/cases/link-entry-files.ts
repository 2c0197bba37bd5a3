import { linkFile } from '#modules/documents';
import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

interface EntryWithFiles {
  caseId: string;
  jobId?: string | null;
  data?: Record<string, unknown>;
}

/** Say of the files of an entry whose they are: who may open them, and how long they are kept, follows from it. */
export async function linkEntryFiles(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { caseId, jobId, data }: EntryWithFiles,
): Promise<void> {
  const fileIds: unknown[] = Array.isArray(data?.['fileIds']) ? data['fileIds'] : [];
  const subject = jobId
    ? ({ subjectType: 'job', subjectId: jobId, purpose: 'evidence' } as const)
    : ({ subjectType: 'case', subjectId: caseId, purpose: 'report' } as const);
  for (const fileId of fileIds) {
    if (typeof fileId === 'string') await linkFile(tx, clock, actor, { fileId, ...subject });
  }
}
