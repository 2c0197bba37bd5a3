import {
  calendarsFileSchema,
  contactPointsFileSchema,
  costsFileSchema,
  destinationsFileSchema,
  incidentsFileSchema,
  marksFileSchema,
  peopleFileSchema,
  profileSchema,
  type ReferenceKind,
  roundsFileSchema,
  sitesFileSchema,
  teamsFileSchema,
} from '#modules/councils';
import { standardsFileSchema } from '#modules/services';

/** The files at the top of a council's folder, each with its shape. All must be there but the optional ones. */
export const FILE_SCHEMAS = {
  'council.yaml': profileSchema,
  'calendars.yaml': calendarsFileSchema,
  'sites.yaml': sitesFileSchema,
  'teams.yaml': teamsFileSchema,
  'people.yaml': peopleFileSchema,
  'contact-points.yaml': contactPointsFileSchema,
  'costs.yaml': costsFileSchema,
  'standards.yaml': standardsFileSchema,
  'rounds.yaml': roundsFileSchema,
  'marks.yaml': marksFileSchema,
  'incidents.yaml': incidentsFileSchema,
  'destinations.yaml': destinationsFileSchema,
} as const;
export type FileName = keyof typeof FILE_SCHEMAS;
export const FILE_NAMES = Object.keys(FILE_SCHEMAS) as FileName[];

/** What stands for a file that a council may leave out. */
export const WHEN_LEFT_OUT: Partial<Record<FileName, string>> = { 'destinations.yaml': 'destinations: []' };

/** The folders beside them, and what a file in each must end with. */
export const SUBFOLDERS = { services: '.yaml', templates: '.md', addresses: '.csv', brand: '.svg' } as const;

/** Lists of things with a slug: where each kind that can be pointed to is written down. */
export const SLUG_LISTS: readonly { file: FileName; list: string; kind: ReferenceKind | null }[] = [
  { file: 'council.yaml', list: 'topics', kind: 'topic' },
  { file: 'calendars.yaml', list: 'calendars', kind: 'calendar' },
  { file: 'sites.yaml', list: 'sites', kind: 'site' },
  { file: 'teams.yaml', list: 'skills', kind: 'skill' },
  { file: 'teams.yaml', list: 'teams', kind: 'team' },
  { file: 'teams.yaml', list: 'partners', kind: 'partner' },
  { file: 'people.yaml', list: 'staff', kind: 'person' },
  { file: 'people.yaml', list: 'residents', kind: null },
  { file: 'contact-points.yaml', list: 'contactPoints', kind: 'contact-point' },
  { file: 'costs.yaml', list: 'sets', kind: 'cost-set' },
  { file: 'standards.yaml', list: 'standards', kind: 'standard' },
  { file: 'rounds.yaml', list: 'containers', kind: 'container' },
  { file: 'rounds.yaml', list: 'rounds', kind: null },
  { file: 'incidents.yaml', list: 'incidents', kind: null },
  { file: 'destinations.yaml', list: 'destinations', kind: 'destination' },
];
