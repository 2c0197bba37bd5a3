import './tables.ts';

export { askForBackOffice } from './ask-for-back-office.ts';
export { type AskForRefusal, askForEvidence } from './ask-for-evidence.ts';
export { beginEvidence } from './begin-evidence.ts';
export { type CheckRefusal, checkEvidence } from './check-evidence.ts';
export { byWhen, dayToAsk } from './day-to-ask.ts';
export { disposeEvidence, evidenceIdsOf } from './dispose-evidence.ts';
export { evidenceEvents } from './events.ts';
export { type CaseEvidence, type EvidenceView, evidenceOf } from './evidence-of.ts';
export { type GiveRefusal, giveEvidence } from './give-evidence.ts';
export { hereForHandOver } from './here-for-hand-over.ts';
export { defineEvidenceTasks, EVIDENCE_CRONTAB } from './jobs.ts';
export { type LateEvidence, lateEvidence, lateEvidenceCount } from './late-evidence.ts';
export { type CasePiece, piecesOfCases } from './pieces-of-cases.ts';
export { type RefuseRefusal, refuseEvidence } from './refuse-evidence.ts';
export { type WaitedFor, waitedFor } from './waited-for.ts';
export * from './words.ts';
