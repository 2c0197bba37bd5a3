import './request.ts';

export { ByRevision } from './by-revision.ts';
export {
  type CalendarDefinition,
  calendarsFileSchema,
  LEGAL_CALENDARS,
  type Nation,
} from './calendars-schema.ts';
export { CHANNELS, type Channel, type Direction, type Handling } from './channels.ts';
export { claimCouncil } from './claim-council.ts';
export { type ContactPoint, contactPointsFileSchema } from './contact-points-schema.ts';
export { type CostSet, costsFileSchema, type Price } from './costs-schema.ts';
export { type CouncilConfig, councilConfig } from './council-config.ts';
export { type CouncilIdentity, councilOfHost } from './council-of-host.ts';
export { councilOfSlug } from './council-of-slug.ts';
export { type CurrentDocument, currentDocuments, documentVersion } from './current-documents.ts';
export {
  type DailyList,
  type Destination,
  type DestinationKind,
  destinationsFileSchema,
} from './destinations-schema.ts';
export type { Difference } from './differences.ts';
export type { CouncilDocument, DocumentKind } from './document.ts';
export { type HoursLine, hoursInWords } from './hours-in-words.ts';
export { type IncidentKind, incidentsFileSchema } from './incidents-schema.ts';
export { type EditedAtDesk, type KeptDocuments, keepDocuments } from './keep-documents.ts';
export { MARKS, type Mark, type MarkDefinition, marksFileSchema } from './marks-schema.ts';
export { nameCouncil } from './name-council.ts';
export { peopleFileSchema, type Resident, STAFF_ROLES, type StaffPerson, type StaffRole } from './people-schema.ts';
export {
  countSchema,
  dateSchema,
  phoneSchema,
  type Source,
  slugSchema,
  sourceSchema,
  webSchema,
} from './primitives.ts';
export { type Brand, type Neighbour, type Profile, profileSchema, type Topic } from './profile-schema.ts';
export { REFERENCE_KINDS, type ReferenceKind, reference, references } from './references.ts';
export type { RecordKind, RetentionRule } from './retention-schema.ts';
export { type Container, type Round, roundsFileSchema } from './rounds-schema.ts';
export { type CouncilSettings, IDENTITY_FACTS, type IdentityFact, type Training } from './settings-schema.ts';
export { type Site, sitesFileSchema } from './sites-schema.ts';
export { ACCOUNT_MOMENTS, ENDINGS, type Ending, isEnding, MESSAGE_MOMENTS, type MessageMoment } from './statuses.ts';
export { type Partner, type Skill, type Team, teamsFileSchema } from './teams-schema.ts';
export {
  CLOSING_VARIABLES,
  type MessageTemplate,
  TEMPLATE_VARIABLES,
  type TemplateVariable,
  templateHeadSchema,
  templateSchema,
  variablesIn,
} from './template-schema.ts';
export { english, inLanguage, type Language, textSchema, type Words, wordsSchema } from './words.ts';
