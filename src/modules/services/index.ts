export { doerSlug, jobsFor, standardsFor } from './applying.ts';
export { type Answers, type Condition, meets, type When } from './condition-schema.ts';
export type { Diversion } from './diversion-schema.ts';
export { FACT_VARIABLES, type FactThatSpeaks, type KnownFact, usesRoundState } from './facts-schema.ts';
export { destinationsFor, type HandOverDefinition } from './hand-over-schema.ts';
export type { Doer, JobDefinition } from './job-schema.ts';
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
  type InformationService,
  isReport,
  type ReportService,
  type ServiceDefinition,
  serviceSchema,
} from './service-schema.ts';
export { currentService, type ServiceVersion, serviceVersion } from './service-versions.ts';
export {
  type ContactView,
  type Directory,
  type DiversionView,
  type ServiceView,
  serviceView,
} from './service-view.ts';
export {
  type PromiseKind,
  type Standard,
  type StandardClock,
  standardsFileSchema,
} from './standard-schema.ts';
