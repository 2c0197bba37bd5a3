import { compileForm, type Form, type FormDefinition, type Question } from '#modules/questions';
import type { Transaction } from './service-schema.ts';

// A version of a definition never changes, so its form is made ready once.
const compiled = new WeakMap<object, Form>();

/** The form of a service, ready to be walked. The questions of a report are one step. */
export function formOf(service: Transaction): Form {
  const key = service.kind === 'report' ? service.questions : service.steps;
  const known = compiled.get(key);
  if (known) return known;
  const form = compileForm(formDefinition(service));
  compiled.set(key, form);
  return form;
}

/** Every question that a service can ask, in order. */
export function questionsOf(service: Transaction): readonly Question[] {
  return service.kind === 'report' ? service.questions : service.steps.flatMap(({ questions }) => questions);
}

/** What a service asks, as one form: a report has one step. */
export function formDefinition(service: Transaction): FormDefinition {
  if (service.kind === 'application') return service;
  const step = { id: 'report', title: service.name, together: false, questions: [...service.questions] };
  return { steps: [step], figures: [], values: [], checks: [], outcomes: [] };
}
