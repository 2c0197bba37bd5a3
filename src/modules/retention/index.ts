import './tables.ts';

export { defineRetentionTasks, RETENTION_CRONTAB } from './jobs.ts';
export { liftHold } from './lift-hold.ts';
export { placeHold } from './place-hold.ts';
export { previewDisposal, type RulePreview } from './preview-disposal.ts';
export { retentionDesk } from './retention.desk.tsx';
export { runDisposal } from './run-disposal.ts';
