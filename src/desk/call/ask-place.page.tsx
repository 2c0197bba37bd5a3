import { english } from '#modules/councils';
import { questionsOf } from '#modules/services';
import { Button, Details, Form, Tag, TextInput } from '#ui';
import type { ScriptProps } from './call-page-props.ts';

/** Where it is: their home, a postcode, a street, a spot in words. */
export function AskPlace(props: ScriptProps) {
  const { report, view, hidden, errors, values } = props;
  const action = `/desk/contacts/${view.contact.id}/place`;
  const question = questionsOf(report.service).find(({ kind }) => kind === 'place');
  const label = question ? english(question.label) : 'Where is it?';
  if (report.place) {
    return (
      <Form action={action} hidden={hidden} class="fd-chosen">
        <strong>Where:</strong> {report.place}{' '}
        <button type="submit" name="place" value="other" class="fd-link-button">
          Change the place
        </button>
      </Form>
    );
  }
  return (
    <section aria-label={label}>
      <Home {...props} action={action} />
      <Form action={action} hidden={hidden} class="fd-inline-form">
        <TextInput
          name="where"
          label={label}
          hint={report.service.place === 'household' ? 'Postcode' : 'Postcode, street, or what they see'}
          value={typeof values['where'] === 'string' ? values['where'] : report.draft.state.search}
          errors={errors}
        />
        <Button look="secondary">Look up</Button>
      </Form>
      <Choices {...props} action={action} />
      <InWords {...props} action={action} />
    </section>
  );
}

type Part = ScriptProps & { action: string };

function Home({ view, report, hidden, action }: Part) {
  const { customer } = view;
  if (!customer?.address || customer.uprn === null) return null;
  if (report.service.place !== 'household') return null;
  return (
    <Form action={action} hidden={{ ...hidden, uprn: String(customer.uprn) }}>
      <Button name="place" value="home" look="secondary">
        At home: {customer.address}
      </Button>
    </Form>
  );
}

function Choices({ report, hidden, action }: Part) {
  if (report.draft.state.search === '') return null;
  if (report.choices.length === 0) return <p class="govuk-body">No address of ours has that postcode.</p>;
  return (
    <Form action={action} hidden={hidden}>
      <ul class="fd-picks fd-picks--long">
        {report.choices.map(({ key, text }) => (
          <li key={key}>
            <button type="submit" name="place" value={key} class="fd-link-button">
              {text}
            </button>
          </li>
        ))}
      </ul>
      {report.choices.some(({ isInvented }) => isInvented) ? (
        <p class="fd-mute">
          <Tag colour="grey">demonstration</Tag> These addresses are made up.
        </p>
      ) : null}
    </Form>
  );
}

function InWords({ report, hidden, action, errors, values }: Part) {
  const shown = { values, errors };
  const isOpen = ['house', 'postcode', 'where-words'].some((field) => errors[field] !== undefined);
  return (
    <Details summary="It is not in the list" open={isOpen && values['house'] !== undefined}>
      <Form action={action} hidden={{ ...hidden, place: 'described' }}>
        {report.service.place === 'household' ? (
          <div class="fd-pair">
            <TextInput {...shown} name="house" id="place-house" label="House and street" />
            <TextInput {...shown} name="postcode" id="place-postcode" label="Postcode" width={10} />
          </div>
        ) : (
          <TextInput {...shown} name="where" id="place-words" label="Where it is, in their words" />
        )}
        <Button look="secondary">Use this place</Button>
      </Form>
    </Details>
  );
}
