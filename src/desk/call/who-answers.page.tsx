import { english } from '#modules/councils';
import { Radios, TextInput } from '#ui';
import type { ScriptProps } from './call-page-props.ts';

/** Who speaks: the customer, or somebody for them. Whoever types is known; their own details are never asked. */
export function WhoAnswers({ view, report, errors, values }: ScriptProps) {
  const shown = { values, errors };
  return (
    <>
      {view.contact.customerId ? null : (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Nobody is identified</legend>
          <TextInput
            {...shown}
            name="given-name"
            autocomplete="off"
            label="The name they give"
            value={typedOr(values['given-name'], view.contact.givenName)}
          />
          <div class="fd-pair">
            <TextInput
              {...shown}
              name="given-phone"
              autocomplete="off"
              label="Phone (optional)"
              value={typedOr(values['given-phone'], view.contact.givenPhone)}
            />
            <TextInput
              {...shown}
              name="given-email"
              autocomplete="off"
              label="Email (optional)"
              value={typedOr(values['given-email'], report.draft.savedTo)}
            />
          </div>
        </fieldset>
      )}
      <Radios
        {...shown}
        name="answered-by"
        legend={{ text: 'Who answers?', size: 's' }}
        small
        inline
        value={
          typeof values['answered-by'] === 'string' && values['answered-by'] !== '' ? values['answered-by'] : 'customer'
        }
        items={[
          { value: 'customer', text: 'The customer' },
          { value: 'helper', text: 'Somebody for them' },
        ]}
      />
      <TextInput {...shown} name="helper" autocomplete="off" label="Who, if somebody answers for them" />
    </>
  );
}

const typedOr = (typed: unknown, known: string | null): string => (typeof typed === 'string' ? typed : (known ?? ''));

/** What must have been said before the call ends. */
export function MustTell({ report }: ScriptProps) {
  return (
    <div class="fd-script">
      <p>
        <strong>Tell them before the call ends</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {report.service.mustTell.map((words) => (
          <li key={english(words)}>{english(words).replace(/\s*\{\{\w+\}\}/g, ' (shown once the case is open)')}</li>
        ))}
      </ul>
    </div>
  );
}
