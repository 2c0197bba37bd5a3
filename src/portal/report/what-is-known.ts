import { openCasesAtPlace } from '#modules/cases';
import { english } from '#modules/councils';
import { type CollectionRules, nextCollections, type RoundState, roundStateFor } from '#modules/places';
import { councilCalendars, describeDue } from '#modules/promises';
import { type FactThatSpeaks, type KnownFact, type Transaction, usesRoundState } from '#modules/services';
import { sayDate, sayTime } from '../say-when.ts';
import { casePlaceOf } from './case-place-of.ts';
import { chosenContainers, containerName, containerQuestion } from './containers.ts';
import { fillWords } from './fill-words.ts';
import type { KnownThing } from './known-thing.ts';
import type { ReportFacts } from './on-report.ts';
import { pendingThings } from './pending-things.ts';
import { placeOf } from './place-of.ts';

/** What must be said now, before this report goes on: crews' notes, incidents, what is open already. */
export async function whatMustBeSaid(report: ReportFacts): Promise<KnownThing[]> {
  const { service, state, directory } = report;
  if (service.facts.length === 0 || !placeOf(report)) return [];
  const chosen = chosenContainers(containerQuestion(service, directory.config.containers), state.answers);
  return pendingThings(await whatIsKnown(report), { chosen, told: state.told, disputes: state.disputes });
}

/** Everything that is known of this place for this service, in the order in which its definition tells it. */
async function whatIsKnown(report: ReportFacts): Promise<KnownThing[]> {
  const known = [...(await ofTheRounds(report)), ...(await ofOpenCases(report))];
  const order = report.service.facts.map(({ fact }) => fact);
  return known.sort((a, b) => order.indexOf(a.fact) - order.indexOf(b.fact));
}

async function ofTheRounds(report: ReportFacts): Promise<KnownThing[]> {
  const { tx, deps, actor, service, directory } = report;
  const uprn = placeOf(report)?.uprn;
  const rules = await collectionRules(report);
  if (uprn === undefined || !rules || !usesRoundState(service.facts)) return [];
  const { councilId } = actor;
  const collections = await nextCollections(tx, deps.clock, { councilId, uprn, zone: directory.config.profile.zone });
  const things: KnownThing[] = [];
  for (const { container, assisted } of collections) {
    const state = await roundStateFor(tx, deps.clock, { councilId, uprn, container }, rules);
    const thing = roundThing(report, { container, assisted, state });
    if (thing) things.push(thing);
  }
  return things;
}

async function collectionRules({ tx, actor, service }: ReportFacts): Promise<CollectionRules | undefined> {
  if (!service.window) return undefined;
  const { calendars } = await councilCalendars(tx, actor.councilId);
  const calendar = calendars[service.window.calendar];
  return calendar && { calendar, reportWorkingDays: service.window.workingDays };
}

interface ContainerState {
  container: string;
  assisted: boolean;
  state: RoundState;
}

const FACT_OF: Partial<Record<RoundState['kind'], KnownFact>> = {
  'not-finished': 'round-not-finished',
  'not-presented': 'not-presented',
  contaminated: 'contaminated',
  'access-blocked': 'access-blocked',
  'window-over': 'outside-window',
};

function roundThing(report: ReportFacts, { container, assisted, state }: ContainerState): KnownThing | undefined {
  const told = factNamed(report.service, FACT_OF[state.kind]);
  // Where the crew should have fetched it, "it was not out" is no reason (domain rules: Kay 2).
  if (!told || state.kind === 'no-collection' || (told.exceptAssisted && assisted)) return undefined;
  const { zone } = report.directory.config.profile;
  const say = fillWords(english(told.say), {
    container: containerName(report.directory.config.containers.get(container)),
    date: sayDate(state.on),
    next: state.next ? sayDate(state.next.on) : 'your next collection day',
    time: 'at' in state && state.at ? sayTime(state.at, zone) : undefined,
    due: 'soon',
  });
  return { fact: told.fact, act: told.act, say, container, reference: null, incidentId: null };
}

function factNamed({ facts }: Transaction, fact: KnownFact | undefined): FactThatSpeaks | undefined {
  return facts.find((one) => one.fact === fact);
}

async function ofOpenCases(report: ReportFacts): Promise<KnownThing[]> {
  const { tx, deps, actor, service, directory } = report;
  const told = factNamed(service, 'already-open');
  const place = placeOf(report);
  // What is open near a spot of the street's is offered by itself, with what it says.
  if (!told || !place || service.openNearby) return [];
  const open = await openCasesAtPlace(tx, actor.councilId, { service: service.slug, place: casePlaceOf(place) });
  return open.slice(0, 1).map(({ reference, nextDueAt }) => ({
    fact: told.fact,
    act: told.act,
    say: fillWords(english(told.say), {
      reference,
      due: nextDueAt ? describeDue(nextDueAt, directory.config.profile.zone, deps.clock.now()) : 'soon',
    }),
    container: null,
    reference,
    incidentId: null,
  }));
}
