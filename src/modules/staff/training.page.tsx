import type { Training } from '#modules/councils';
import { Button, EmptyState, type Errors, Form, Select, Tag, TextInput, type Values } from '#ui';
import type { TrainingLine } from './training-of.ts';

interface TrainingPartProps {
  /** The address of the person's page. */
  address: string;
  hidden: Record<string, string>;
  lines: readonly TrainingLine[];
  offered: readonly Training[];
  values: Values | undefined;
  errors: Errors | undefined;
}

/** What somebody was trained in, when, until when, and who wrote it down; and the form for more. */
export function TrainingPart({ address, hidden, lines, offered, values, errors }: TrainingPartProps) {
  if (offered.length === 0 && lines.length === 0) return null;
  return (
    <section aria-labelledby="training">
      <h2 class="govuk-heading-m" id="training">
        Training
      </h2>
      {lines.length === 0 ? <EmptyState title="No training is recorded" /> : null}
      {lines.map(({ id, name, on, until, by, hasRunOut }) => (
        <Form key={id} action={`${address}/trainings/${id}/removal`} hidden={hidden} class="fd-row">
          <span>
            <strong>{name}</strong> on {on}
            {until === null ? '' : `, good until ${until}`} {hasRunOut ? <Tag colour="red">Has run out</Tag> : null}{' '}
            <span class="fd-mute">recorded by {by}</span>
          </span>{' '}
          <Button look="secondary">
            Take back<span class="govuk-visually-hidden">: {name}</span>
          </Button>
        </Form>
      ))}
      {offered.length === 0 ? null : (
        <Form action={`${address}/trainings`} hidden={hidden}>
          <Select
            name="training"
            label="What they were trained in"
            items={offered.map(({ slug, name, required }) => ({
              value: slug,
              text: required ? `${name} (required)` : name,
            }))}
            values={values}
            errors={errors}
          />
          <TextInput name="on" type="date" label="Day of the training" values={values} errors={errors} />
          <TextInput
            name="until"
            type="date"
            label="Good until (optional)"
            hint="Left empty, it is good for as long as the council says."
            values={values}
            errors={errors}
          />
          <Button look="secondary">Record the training</Button>
        </Form>
      )}
    </section>
  );
}
