import { defineTask } from '#platform/outbox';
import { SCAN_TASK, scanFile } from './scan-file.ts';

export function defineDocumentTasks(): void {
  defineTask(SCAN_TASK, (deps, { councilId, fileId }) => scanFile(deps, councilId, String(fileId)));
}
