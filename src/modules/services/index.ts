export { doerSlug, jobsFor, standardsFor } from './applying.ts';
export { type Answers, type Condition, conditionSchema, meets, type When } from './condition-schema.ts';
export type { Diversion } from './diversion-schema.ts';
export { FACT_VARIABLES, type FactThatSpeaks, KNOWN_FACTS, type KnownFact, usesRoundState } from './facts-schema.ts';
export { type Doer, EVIDENCE_KINDS, type JobDefinition } from './job-schema.ts';
export {
  possibleAnswers,
  type Question,
  type QuestionKind,
  type QuestionOf,
  questionSchema,
} from './question-schema.ts';
export { type ServiceFound, searchServices } from './search-services.ts';
export { type ServiceCatalogue, serviceCatalogue } from './service-catalogue.ts';
export {
  CONTACT_REASONS,
  type InformationService,
  isReport,
  type ReportService,
  type ServiceDefinition,
  serviceSchema,
} from './service-schema.ts';
export { currentService, type ServiceVersion, serviceVersion } from './service-versions.ts';
export {
  type ContactView,
  contactView,
  type Directory,
  type DiversionView,
  type ServiceView,
  serviceView,
} from './service-view.ts';
export {
  PROMISE_KINDS,
  type PromiseKind,
  type Standard,
  type StandardClock,
  standardsFileSchema,
} from './standard-schema.ts';
