import { type DraftEvidence, emptyEvidence } from '#modules/forms';
import { applying, type EvidenceDefinition, isApplication } from '#modules/services';
import { type Standing, today } from './on-report.ts';

/** The pieces of evidence that these answers call for, in the order in which the service lists them. */
export function evidenceAsked(report: Standing): EvidenceDefinition[] {
  const { service, state } = report;
  return isApplication(service) ? applying(service, service.evidence, state.answers, today(report)) : [];
}

/** What was said about a piece so far. */
export function evidenceGiven({ state }: Pick<Standing, 'state'>, piece: string): DraftEvidence {
  return state.evidence[piece] ?? emptyEvidence;
}

/** The first piece about which nothing has been said. */
export function nextEvidence(report: Standing): EvidenceDefinition | undefined {
  return evidenceAsked(report).find(({ id }) => evidenceGiven(report, id).how === null);
}
