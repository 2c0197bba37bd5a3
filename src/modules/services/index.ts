export { applying, destinationsFor, doerSlug, jobsFor, standardsFor } from './applying.ts';
export type { Challenge, DecisionDefinition, DecisionReason } from './decision-schema.ts';
export type { Diversion } from './diversion-schema.ts';
export type { EvidenceDefinition } from './evidence-schema.ts';
export { FACT_VARIABLES, type FactThatSpeaks, type KnownFact, usesRoundState } from './facts-schema.ts';
export { formDefinition, formOf, questionsOf } from './form-of.ts';
export type { HandOverDefinition } from './hand-over-schema.ts';
export type { Doer, JobDefinition } from './job-schema.ts';
export { type ServiceFound, searchServices } from './search-services.ts';
export { type ServiceCatalogue, serviceCatalogue } from './service-catalogue.ts';
export {
  type ApplicationService,
  type InformationService,
  isApplication,
  isReport,
  isTransaction,
  type ReportService,
  type ServiceDefinition,
  serviceSchema,
  type Transaction,
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
export { isOffered } from './valid-schema.ts';
