import { ORGANISATION_KINDS, readOrganisationNumber } from '#modules/accounts';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import { nameProblem, typedLine } from './typed-line.ts';

/** What somebody typed of an organisation, and what is wrong with it. */
export function readOrganisation(form: SubmittedForm) {
  const values = { name: typedLine(form, 'name'), kind: fieldOf(form, 'kind'), number: typedLine(form, 'number') };
  const kind = ORGANISATION_KINDS.find((one) => one === values.kind);
  const number = readOrganisationNumber(values.number);
  const name = nameProblem(values.name)?.replace('your name', 'the name');
  const errors = {
    ...(name !== undefined && { name: name === 'Enter the name' ? 'Enter the name of the organisation' : name }),
    ...(!kind && { kind: 'Choose what kind of organisation it is' }),
    ...(!number.ok && { number: 'Enter a company or charity number, like 01234567 or SC012345, or leave it empty' }),
  };
  const isGood = Object.keys(errors).length === 0;
  const organisation = isGood && kind && number.ok ? { name: values.name, kind, number: number.number } : undefined;
  return { values, errors, organisation };
}
