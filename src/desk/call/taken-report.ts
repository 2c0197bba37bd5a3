import type { MatchedIncident } from '#modules/cases';
import { english } from '#modules/councils';
import type { CustomerView } from '#modules/customers';
import { type FileView, filesOf } from '#modules/documents';
import { type Draft, draftOfContact } from '#modules/forms';
import { type Answers, type FoundAddresses, sayValue } from '#modules/questions';
import { type EvidenceDefinition, formOf, isTransaction, serviceVersion, type Transaction } from '#modules/services';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Values } from '#ui';
import type { Directory } from '../../portal/directory.ts';
import { evidenceAsked } from '../../portal/report/evidence-steps.ts';
import type { KnownThing } from '../../portal/report/known-thing.ts';
import { type PlaceChoice, placeChoices } from '../../portal/report/place-choices.ts';
import { placeOf } from '../../portal/report/place-of.ts';
import { whatMustBeSaid } from '../../portal/report/what-is-known.ts';
import { addressesShown } from './addresses-on.ts';
import { type FormStanding, formStanding, type WantedStep } from './form-screen.ts';
import { knownIncident } from './known-incident.ts';
import { onRecord } from './on-record.ts';
import type { TakenFacts } from './taken-facts.ts';

/** A report or an application that an adviser takes for somebody, as the screen shows it. */
export interface TakenReport {
  draft: Draft;
  service: Transaction;
  /** The screen, the steps and what was worked out. */
  standing: FormStanding;
  /** What is on record of the customer, by what a question is prefilled with. */
  onRecord: Answers;
  /** What was worked out so far, in words. */
  workedOut: readonly { label: string; words: string }[];
  /** The place that was chosen, in words. */
  place: string | null;
  /** What fits what was typed for the place. */
  choices: PlaceChoice[];
  /** The files that are here already. */
  files: readonly FileView[];
  /** The pieces of evidence that the answers call for. */
  evidence: readonly EvidenceDefinition[];
  /** What was found for the addresses that are asked on the screen. */
  addresses: FoundAddresses;
  /** The open incident that it belongs to: said before anything else. */
  incident: MatchedIncident | null;
  /** What Frontdoor knows already and must be said first. */
  known: KnownThing[];
}

/** The report that is being taken in a contact, with what its rules need; null when none is. */
export async function takenFacts(
  tx: Tx,
  deps: Deps,
  actor: StaffActor,
  { contactId, directory }: { contactId: string; directory: Directory },
): Promise<TakenFacts | null> {
  const draft = await draftOfContact(tx, deps.clock, actor.councilId, contactId);
  const service = draft && (await serviceVersion(tx, actor.councilId, draft.serviceSlug, draft.serviceVersion));
  if (!draft || !service || !isTransaction(service)) return null;
  return { tx, deps, actor, draft, service, directory, state: draft.state };
}

export async function takenReport(
  tx: Tx,
  deps: Deps,
  actor: StaffActor,
  of: { contactId: string; directory: Directory; customer: CustomerView | null; wanted: WantedStep; values: Values },
): Promise<TakenReport | null> {
  const facts = await takenFacts(tx, deps, actor, of);
  if (!facts) return null;
  const standing = formStanding(facts, of.wanted);
  const known = onRecord(of.customer);
  return {
    draft: facts.draft,
    service: facts.service,
    standing,
    onRecord: known,
    workedOut: workedOut(facts.service, standing),
    place: placeOf(facts)?.text ?? null,
    choices: await placeChoices(facts),
    files: await filesOf(tx, actor.councilId, [facts.draft.id]),
    evidence: evidenceAsked(facts),
    addresses: await addressesShown(facts, { screen: standing.screen, known, typed: of.values }),
    incident: await knownIncident(facts),
    known: await whatMustBeSaid(facts),
  };
}

/** Computed values that have a label, once everything that they look at was answered: nothing is worth £0 unasked. */
function workedOut(service: Transaction, { walk }: FormStanding): TakenReport['workedOut'] {
  const answered = walk.scope['answered'] as Readonly<Record<string, boolean>>;
  return formOf(service).values.flatMap(({ value, rule }) => {
    const isOpen = walk.values[value.id] === null || [...rule.names].some((name) => answered[name] === false);
    return value.label && !isOpen
      ? [{ label: english(value.label), words: sayValue(value, walk.values[value.id]) }]
      : [];
  });
}
