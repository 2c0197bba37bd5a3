import { DateInput, type Errors, TextInput, type Values } from '#ui';

interface DueInputProps {
  name: string;
  legend: string;
  hint?: string;
  /** Of the field that is filled in beforehand: the end of a working day. */
  time: string;
  values: Values;
  errors: Errors;
}

/** A day and a time of day on the council's clock; `readDue` reads them. */
export function DueInput({ name, legend, hint, time, values, errors }: DueInputProps) {
  const shown = { values: { [`${name}-time`]: time, ...values }, errors };
  return (
    <div class="fd-due">
      <DateInput {...shown} name={name} legend={legend} hint={hint} />
      <TextInput {...shown} name={`${name}-time`} label="By what time" width={5} />
    </div>
  );
}
