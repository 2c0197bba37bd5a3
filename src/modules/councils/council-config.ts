import type { Tx } from '#platform/db';
import { ByRevision } from './by-revision.ts';
import type { CalendarDefinition } from './calendars-schema.ts';
import type { ContactPoint } from './contact-points-schema.ts';
import type { CostSet } from './costs-schema.ts';
import { type CurrentDocument, currentDocuments } from './current-documents.ts';
import type { DailyList, Destination } from './destinations-schema.ts';
import type { DocumentKind } from './document.ts';
import type { IncidentKind } from './incidents-schema.ts';
import type { MarkDefinition } from './marks-schema.ts';
import type { Profile } from './profile-schema.ts';
import type { Container, Round } from './rounds-schema.ts';
import type { Site } from './sites-schema.ts';
import type { Partner, Skill, Team } from './teams-schema.ts';
import type { MessageTemplate } from './template-schema.ts';

type BySlug<T> = ReadonlyMap<string, T & { readonly version: number }>;

/** What a council decided about itself, as it is in force now. Its services and standards are `services`' to give. */
export interface CouncilConfig {
  readonly profile: Profile;
  readonly calendars: BySlug<CalendarDefinition>;
  readonly sites: BySlug<Site>;
  readonly skills: BySlug<Skill>;
  readonly teams: BySlug<Team>;
  readonly partners: BySlug<Partner>;
  readonly contactPoints: BySlug<ContactPoint>;
  readonly costSets: BySlug<CostSet>;
  readonly containers: BySlug<Container>;
  readonly rounds: BySlug<Round>;
  readonly marks: BySlug<MarkDefinition>;
  readonly incidentKinds: BySlug<IncidentKind>;
  readonly templates: BySlug<MessageTemplate>;
  readonly destinations: BySlug<Destination>;
  /** Undefined: nobody is written to about what has not arrived; the list is at the desk all the same. */
  readonly dailyList: DailyList | undefined;
}

const KINDS = [
  'profile',
  'calendar',
  'site',
  'skill',
  'team',
  'partner',
  'contact-point',
  'cost-set',
  'container',
  'round',
  'mark',
  'incident-kind',
  'template',
  'destination',
  'daily-list',
] as const satisfies readonly DocumentKind[];

const configs = new ByRevision(readConfig);

/**
 * The council's configuration, kept in the process until its revision changes.
 *
 * @param revision where the caller has just read it, as with the council of a request; saves the one query
 * @throws when no folder was ever loaded for this council
 */
export function councilConfig(tx: Tx, councilId: string, revision?: number): Promise<CouncilConfig> {
  return configs.get(tx, councilId, revision);
}

async function readConfig(tx: Tx, councilId: string): Promise<CouncilConfig> {
  const documents = await currentDocuments(tx, councilId, KINDS);
  const profile = documents.find(({ kind }) => kind === 'profile');
  if (!profile) throw new Error('no folder was loaded for this council');
  return {
    profile: profile.body as Profile,
    calendars: ofKind<CalendarDefinition>(documents, 'calendar'),
    sites: ofKind<Site>(documents, 'site'),
    skills: ofKind<Skill>(documents, 'skill'),
    teams: ofKind<Team>(documents, 'team'),
    partners: ofKind<Partner>(documents, 'partner'),
    contactPoints: ofKind<ContactPoint>(documents, 'contact-point'),
    costSets: ofKind<CostSet>(documents, 'cost-set'),
    containers: ofKind<Container>(documents, 'container'),
    rounds: ofKind<Round>(documents, 'round'),
    marks: ofKind<MarkDefinition>(documents, 'mark'),
    incidentKinds: ofKind<IncidentKind>(documents, 'incident-kind'),
    templates: ofKind<MessageTemplate>(documents, 'template'),
    destinations: ofKind<Destination>(documents, 'destination'),
    dailyList: documents.find(({ kind }) => kind === 'daily-list')?.body as DailyList | undefined,
  };
}

function ofKind<T>(documents: readonly CurrentDocument[], kind: (typeof KINDS)[number]): BySlug<T> {
  const wanted = documents.filter((document) => document.kind === kind);
  return new Map(wanted.map(({ slug, version, body }) => [slug, { ...(body as T), version }]));
}
