import type { MatchedIncident } from '#modules/cases';
import { type Draft, draftOfContact } from '#modules/forms';
import { isReport, type ReportService, serviceVersion } from '#modules/services';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Directory } from '../../portal/directory.ts';
import type { KnownThing } from '../../portal/report/known-thing.ts';
import type { ReportFacts } from '../../portal/report/on-report.ts';
import { type PlaceChoice, placeChoices } from '../../portal/report/place-choices.ts';
import { placeOf } from '../../portal/report/place-of.ts';
import { whatMustBeSaid } from '../../portal/report/what-is-known.ts';
import { knownIncident } from './known-incident.ts';

/** A report that an adviser takes for somebody, as the screen shows it. */
export interface TakenReport {
  draft: Draft;
  service: ReportService;
  /** The place that was chosen, in words. */
  place: string | null;
  /** What fits what was typed for the place. */
  choices: PlaceChoice[];
  /** The open incident that it belongs to: said before anything else. */
  incident: MatchedIncident | null;
  /** What Frontdoor knows already and must be said first. */
  known: KnownThing[];
}

export type TakenFacts = ReportFacts & { draft: Draft; actor: StaffActor; service: ReportService };

/** The report that is being taken in a contact, with what its rules need; null when none is. */
export async function takenFacts(
  tx: Tx,
  deps: Deps,
  actor: StaffActor,
  { contactId, directory }: { contactId: string; directory: Directory },
): Promise<TakenFacts | null> {
  const draft = await draftOfContact(tx, deps.clock, actor.councilId, contactId);
  const service = draft && (await serviceVersion(tx, actor.councilId, draft.serviceSlug, draft.serviceVersion));
  if (!draft || !service || !isReport(service)) return null;
  return { tx, deps, actor, draft, service, directory, state: draft.state };
}

export async function takenReport(
  tx: Tx,
  deps: Deps,
  actor: StaffActor,
  of: { contactId: string; directory: Directory },
): Promise<TakenReport | null> {
  const facts = await takenFacts(tx, deps, actor, of);
  if (!facts) return null;
  return {
    draft: facts.draft,
    service: facts.service,
    place: placeOf(facts)?.text ?? null,
    choices: await placeChoices(facts),
    incident: await knownIncident(facts),
    known: await whatMustBeSaid(facts),
  };
}
