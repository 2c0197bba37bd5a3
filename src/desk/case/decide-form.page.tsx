import { PER, PER_WORDS, type Result } from '#modules/decisions';
import { Button, Checkboxes, Form, InsetText, Radios, Select, Textarea, TextInput } from '#ui';
import type { CasePageProps } from './case-page-props.ts';

const RESULT_TEXTS: Readonly<Record<Result, string>> = {
  granted: 'Grant it',
  part: 'Grant a part of it',
  refused: 'Refuse it',
  'more-needed': 'Ask for more first',
};

interface DecideFormProps extends CasePageProps {
  results: readonly Result[];
  /** Id of the decision that is corrected. */
  corrects?: string;
}

/** What is decided, for which reasons, how much and from when: what the customer will read. */
export function DecideForm(props: DecideFormProps) {
  const { decisions, view, directory, hidden, errors, values, answered, results, corrects } = props;
  const { offer } = decisions;
  if (!offer) return null;
  const isTyped = values['decision-result'] !== undefined || Object.keys(errors).length > 0;
  const shown = { values: isTyped ? values : { ...answered, ...values }, errors };
  const about = { ...hidden, ...(corrects !== undefined && { corrects }) };
  const reasons = offer.reasons.filter((reason) => reason.for.some((one) => results.includes(one)));
  return (
    <Form action={`/desk/cases/${view.reference}/decision`} hidden={about}>
      {answered ? (
        <InsetText>Filled in with what the back office answered. Read it before you decide.</InsetText>
      ) : null}
      <Radios
        {...shown}
        name="decision-result"
        legend="What do you decide?"
        small
        items={results.map((result) => ({ value: result, text: RESULT_TEXTS[result] }))}
      />
      <Checkboxes
        {...shown}
        name="decision-reasons"
        legend="Reasons"
        hint="The customer reads these words and the law or policy that they rest on."
        small
        items={reasons.map((reason) => ({
          value: reason.id,
          text: reason.words,
          hint: `${reason.for.map((one) => RESULT_TEXTS[one]).join(', ')} · ${reason.basis}`,
        }))}
      />
      <Textarea {...shown} name="decision-words" label="What else they should know (optional)" rows={2} />
      <TextInput {...shown} name="decision-amount" label="Amount in pounds (optional)" width={10} />
      <Select
        {...shown}
        name="decision-per"
        label="How often"
        items={PER.map((per) => ({ value: per, text: PER_WORDS[per] }))}
      />
      <TextInput {...shown} name="decision-from" type="date" label="From (optional)" width={10} />
      <TextInput {...shown} name="decision-until" type="date" label="Until (optional)" width={10} />
      {results.includes('more-needed') ? (
        <TextInput
          {...shown}
          name="decision-due"
          type="date"
          label="If you ask for more: by which day?"
          hint={`Leave it empty for ${directory.config.profile.settings.askedEvidence.days} days from today.`}
          width={10}
        />
      ) : null}
      <Button>{offer.officers === 2 ? 'Propose it to a second officer' : 'Decide and send'}</Button>
    </Form>
  );
}
