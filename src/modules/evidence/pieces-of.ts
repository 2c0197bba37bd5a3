import { caseFacts, todayOf } from '#modules/cases';
import { applying, type EvidenceDefinition, isApplication, serviceVersion } from '#modules/services';
import { plusDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

interface PiecesOf {
  /** Every piece that the version of the service lists under which the case was opened. */
  all: readonly EvidenceDefinition[];
  /** Those that its answers call for. */
  applying: readonly EvidenceDefinition[];
  /** The council's calendar date now. */
  today: string;
}

/** The pieces of a case by its service and its answers. Undefined where it is no application, or gone. */
export async function piecesOf(
  tx: Tx,
  clock: Clock,
  { councilId, caseId }: { councilId: string; caseId: string },
): Promise<PiecesOf | undefined> {
  const facts = await caseFacts(tx, councilId, caseId);
  if (!facts) return undefined;
  const { service_slug: slug, service_version: version } = facts.row;
  const service = await serviceVersion(tx, councilId, slug, version);
  if (!service || !isApplication(service)) return undefined;
  const today = await todayOf(tx, clock, councilId);
  const { evidence } = service;
  return { all: evidence, applying: applying(service, evidence, facts.answers, today), today };
}

/** By which day a piece that is asked for today is to be here; null where none is set. */
export function dayFor({ laterDays }: { laterDays?: number | undefined }, today: string): string | null {
  return laterDays === undefined ? null : plusDays(today, laterDays);
}
