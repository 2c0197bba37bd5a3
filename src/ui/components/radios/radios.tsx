import { errorOf, type FormState, typedText } from '../../form-state.ts';
import { type Attrs, cx } from '../../parts.ts';
import { type Choice, ChoiceItem, choiceId, type Divider } from '../choices/choices.tsx';
import { QuestionGroup, type QuestionProps } from '../fieldset/fieldset.tsx';

export interface RadiosProps extends QuestionProps, FormState {
  name: string;
  items: readonly (Choice | Divider)[];
  idPrefix?: string | undefined;
  value?: string | undefined;
  inline?: boolean | undefined;
  small?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** One of a few. */
export function Radios({ items, legend, fieldset, hint, group, attrs, ...props }: RadiosProps) {
  const prefix = props.idPrefix ?? props.name;
  const error = errorOf(props.name, props);
  const chosen = typedText(props.name, props);
  const look = cx(
    'govuk-radios',
    props.inline && 'govuk-radios--inline',
    props.small && 'govuk-radios--small',
    props.class,
  );
  return (
    <QuestionGroup id={prefix} legend={legend} fieldset={fieldset} hint={hint} error={error} group={group}>
      <div class={look} {...attrs} data-module="govuk-radios">
        {group?.before}
        {items.map((item, index) =>
          'divider' in item ? (
            <div key={item.divider} class="govuk-radios__divider">
              {item.divider}
            </div>
          ) : (
            <ChoiceItem
              key={item.value}
              block="radios"
              choice={item}
              id={item.id ?? choiceId(prefix, index)}
              name={props.name}
              checked={item.checked ?? (Boolean(chosen) && item.value === chosen)}
            />
          ),
        )}
        {group?.after}
      </div>
    </QuestionGroup>
  );
}
