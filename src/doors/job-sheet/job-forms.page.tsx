import { ATTEMPT_MEANS, type JobSheet, NOT_DONE_REASONS } from '#modules/cases';
import { Button, Details, type Errors, FileUpload, Form, Radios, Textarea, type Values } from '#ui';
import { NOT_DONE_CHOICES } from './job-words.tsx';

export interface JobFormsProps {
  sheet: Pick<JobSheet, 'state' | 'evidence' | 'endedAt'>;
  path: string;
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
  /** Sending it back and giving up are for those who answer for the job. */
  offers: readonly ('acceptance' | 'completion' | 'note' | 'not-done' | 'return')[];
}

/** What those who do the job can say, the likeliest first. */
export function JobForms(props: JobFormsProps) {
  const { offers, sheet } = props;
  const isOpen = sheet.endedAt === null;
  const offered = (offer: JobFormsProps['offers'][number]) => isOpen && offers.includes(offer);
  return (
    <div class="fd-no-print">
      {offered('acceptance') && sheet.state !== 'accepted' ? <Accept {...props} /> : null}
      {offered('completion') ? <Complete {...props} /> : null}
      {offers.includes('note') ? <Note {...props} /> : null}
      {offered('not-done') ? <NotDone {...props} /> : null}
      {offered('return') ? <SendBack {...props} /> : null}
    </div>
  );
}

function Accept({ path, hidden }: JobFormsProps) {
  return (
    <Form action={`${path}/acceptance`} hidden={hidden}>
      <Button>Accept the job</Button>
    </Form>
  );
}

function Complete({ path, hidden, sheet, errors, values }: JobFormsProps) {
  const shown = { errors, values };
  const needed = (kind: 'note' | 'photo') => (sheet.evidence === kind ? '' : ' (optional)');
  return (
    <Form action={`${path}/completion`} hidden={hidden} multipart>
      <h2 class="govuk-heading-m">It is done</h2>
      <Textarea {...shown} name="done-note" label={`What was done${needed('note')}`} rows={2} />
      <FileUpload
        name="done-photo"
        label={`Photo of the work${needed('photo')}`}
        accept="image/*"
        multiple
        errors={errors}
      />
      <Textarea
        {...shown}
        name="for-customer"
        label="In words for the customer (optional)"
        hint="They read this as it stands. Name nobody."
        rows={2}
      />
      <Button>Done</Button>
    </Form>
  );
}

function Note({ path, hidden, errors, values }: JobFormsProps) {
  return (
    <Details summary="Add a note or a photo" open={errors['note'] !== undefined || errors['photo'] !== undefined}>
      <Form action={`${path}/note`} hidden={hidden} multipart>
        <Textarea name="note" label="Note for colleagues" rows={2} errors={errors} values={values} />
        <FileUpload name="photo" label="Photo" accept="image/*" multiple errors={errors} />
        <Button look="secondary">Add</Button>
      </Form>
    </Details>
  );
}

const MEANS_WORDS: Readonly<Record<(typeof ATTEMPT_MEANS)[number], string>> = {
  visit: 'We went there',
  phone: 'We rang',
  text: 'We sent a text',
  email: 'We sent an email',
  letter: 'We wrote a letter',
  card: 'We left a card',
};

function NotDone({ path, hidden, errors, values }: JobFormsProps) {
  const shown = { errors, values, small: true } as const;
  const isOpen = ['why', 'means', 'again', 'not-done-note', 'not-done-photo'].some((field) => errors[field]);
  const again = [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No, this job ends here' },
  ];
  return (
    <Details summary="It could not be done" open={isOpen}>
      <Form action={`${path}/not-done`} hidden={hidden} multipart>
        <Radios {...shown} name="why" legend="Why?" items={choices(NOT_DONE_REASONS, NOT_DONE_CHOICES)} />
        <Radios {...shown} name="means" legend="How did you try?" items={choices(ATTEMPT_MEANS, MEANS_WORDS)} />
        <Textarea name="not-done-note" label="What happened (optional)" rows={2} errors={errors} values={values} />
        <FileUpload name="not-done-photo" label="Photo (optional)" accept="image/*" multiple errors={errors} />
        <Radios {...shown} name="again" legend="Will somebody try again?" items={again} />
        <Button look="secondary">Write it down</Button>
      </Form>
    </Details>
  );
}

function choices<Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, text: words[value] }));
}

function SendBack({ path, hidden, errors, values }: JobFormsProps) {
  return (
    <Details summary="Send it back" open={errors['reason'] !== undefined}>
      <Form action={`${path}/return`} hidden={hidden}>
        <Textarea
          name="reason"
          label="Why can it not be done as it stands?"
          hint="It goes to the owner of the case. The promise to the customer runs on."
          rows={2}
          errors={errors}
          values={values}
        />
        <Button look="secondary">Send back</Button>
      </Form>
    </Details>
  );
}
