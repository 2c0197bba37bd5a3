import './tables.ts';

export { type AcceptJobResult, acceptJob } from './accept-job.ts';
export type { NewParty } from './add-parties.ts';
export { ADDITIONS, type Addition, type AddToCaseRefusal, type AddToCaseResult, addToCase } from './add-to-case.ts';
export { type AgreeNewDateResult, agreeNewDate } from './agree-new-date.ts';
export { type AnswerRefusal, type AnswerResult, answerFromCustomer } from './answer-from-customer.ts';
export type { AnswerView } from './answer-views.ts';
export { type AskCustomerRefusal, type AskCustomerResult, askCustomer } from './ask-customer.ts';
export { type AssignCaseRefusal, type AssignCaseResult, assignCase } from './assign-case.ts';
export { type Blocker, blockers } from './blockers.ts';
export type { BulkChange, BulkScope, Unchanged } from './bulk/bulk-change.ts';
export { type BulkRun, type BulkRunView, bulkRun, bulkRuns } from './bulk/bulk-run.ts';
export { type BulkStatusRefusal, type BulkStatusResult, bulkStatus } from './bulk/bulk-status.ts';
export { type BulkPreview, type PreviewBulkResult, previewBulk } from './bulk/preview-bulk.ts';
export { type CaseFacts, type CaseParty, caseFacts } from './case-facts.ts';
export { type CaseLine, caseLines } from './case-lines.ts';
export type { CaseOpened, Origin } from './case-opened.ts';
export type { EndingView, EntryView, JobEntryView, JobView, PartyView } from './case-parts.ts';
export type { CasePlace } from './case-place.ts';
export { type CaseSummary, caseSummary } from './case-summary.ts';
export { type CaseView, type CaseViewResult, caseView } from './case-view.ts';
export { type CaseToReview, casesToReview, caseToReview } from './cases-to-review.ts';
export { type ChaseCaseResult, chaseCase } from './chase-case.ts';
export { type ClaimableCase, claimableCases, claimCase } from './claim-case.ts';
export { type CloseByAnswerResult, closeByAnswer } from './close-by-answer.ts';
export { type CompleteJobRefusal, type CompleteJobResult, completeJob } from './complete-job.ts';
export { type ConfirmFixedResult, confirmFixed } from './confirm-fixed.ts';
export { disposeCases, disposeIncidentMembers, jobIdsOf } from './dispose-cases.ts';
export { type EndCaseResult, endCase } from './end-case.ts';
export type { EndCase, EndCaseRefusal } from './end-case-command.ts';
export { caseEvents } from './events.ts';
export { type CaseRow, findCase, lockCase } from './find-case.ts';
export { type AnswerFollowLinkResult, answerFollowLink } from './follow/answer-follow-link.ts';
export { type AskToFollowRefusal, type AskToFollowResult, askToFollow } from './follow/ask-to-follow.ts';
export { type FollowCaseRefusal, type FollowCaseResult, followCase } from './follow/follow-case.ts';
export { type FollowedCase, followedCase } from './follow/followed-case.ts';
export { type ImportJobFeedbackResult, importJobFeedback } from './import/import-job-feedback.ts';
export { type ImportRequestsResult, importRequests } from './import/import-requests.ts';
export type { ImportedCounts } from './import/import-run.ts';
export { type ImportMapping, importMappingSchema } from './import/mapping-schema.ts';
export { type EndIncidentRefusal, type EndIncidentResult, endIncident } from './incidents/end-incident.ts';
export { type IncidentName, incidentNames } from './incidents/incident-names.ts';
export { type IncidentMember, type OneIncident, oneIncident } from './incidents/incident-view.ts';
export { type JoinIncidentResult, joinIncident } from './incidents/join-incident.ts';
export { type MatchedIncident, matchIncident } from './incidents/match-incident.ts';
export {
  type IncidentArea,
  type OpenIncidentRefusal,
  type OpenIncidentResult,
  openIncident,
} from './incidents/open-incident.ts';
export { type IncidentView, incidents } from './incidents/open-incidents.ts';
export { isPartyOf } from './is-party-of.ts';
export { type JobCounts, jobCounts } from './job-counts.ts';
export { JOB_FEEDBACK_MESSAGES, type JobFeedback, jobFeedbackSchema, takeJobFeedback } from './job-feedback.ts';
export { mayDoJob, mayRecordForJob } from './job-policy.ts';
export { type JobSheet, type JobSheetResult, jobSheet } from './job-sheet.ts';
export { defineCaseTasks } from './jobs.ts';
export { type ListedCase, listCases } from './list-cases.ts';
export { type ListedJob, listJobs } from './list-jobs.ts';
export { messageCase } from './message-case.ts';
export { type MoveCaseRefusal, type MoveCaseResult, moveCase } from './move-case.ts';
export { type NearbyCase, nearbyPublicCases } from './nearby-public-cases.ts';
export { type NoteJobRefusal, type NoteJobResult, noteJob } from './note-job.ts';
export { noteOnCase } from './note-on-case.ts';
export { type OpenCaseRefusal, type OpenCaseResult, openCase } from './open-case.ts';
export type { OpenCase } from './open-case-command.ts';
export { opensCase, useCaseLink } from './open-case-link.ts';
export { type OpenCaseAtPlace, openCasesAtPlace } from './open-cases-at-place.ts';
export { filesForStaff, type OwnCase, ownCases } from './own-cases.ts';
export { type PaperRefusal, paperRefusal } from './paper-day.ts';
export { partyChanged } from './party-changed.ts';
export { mayAddTo, mayDecide, mayEnd, mayOpenCase, mayWorkCases } from './policy.ts';
export { type PublicRequest, type PublicRequestFilter, publicRequests } from './public-requests.ts';
export { type PublicUpdate, publicUpdates } from './public-updates.ts';
export { type ReassignJobRefusal, type ReassignJobResult, reassignJob } from './reassign-job.ts';
export { recordDecision } from './record-decision.ts';
export { recordHandOver } from './record-hand-over.ts';
export { type ReopenCaseRefusal, type ReopenCaseResult, reopenCase } from './reopen-case.ts';
export {
  ATTEMPT_MEANS,
  type AttemptMeans,
  NOT_DONE_REASONS,
  type NotDoneReason,
  type ReportJobNotDoneRefusal,
  type ReportJobNotDoneResult,
  reportJobNotDone,
} from './report-job-not-done.ts';
export { type ReturnJobRefusal, type ReturnJobResult, returnJob } from './return-job.ts';
export { type ReviewPhotosResult, reviewPhotos } from './review-photos.ts';
export { type ReviewResult, reviewPublicText, textsToReview } from './review-public-text.ts';
export { type FoundCase, searchCases } from './search-cases.ts';
export { jobLinkActor, type SendJobRefusal, type SendJobResult, sendJobToPartner } from './send-job-to-partner.ts';
export { type TeamJob, teamJobs } from './team-jobs.ts';
export { todayOf } from './today-of.ts';
export { provesCase, type TrackEntry, type TrackedCase, trackCase } from './track-case.ts';
export { type TrackPhoto, trackPhotos } from './track-photos.ts';
export { undoEnding } from './undo-ending.ts';
export {
  WORKLIST_FILTERS,
  type WorklistFilter,
  type WorklistKey,
  type WorklistPage,
  type WorklistRow,
  worklist,
} from './worklist.ts';
export { type WorklistCounts, worklistCounts } from './worklist-counts.ts';
