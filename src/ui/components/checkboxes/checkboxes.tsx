import { errorOf, type FormState, typedList } from '../../form-state.ts';
import { type Attrs, cx } from '../../parts.ts';
import { type Choice, ChoiceItem, choiceId, type Divider } from '../choices/choices.tsx';
import { QuestionGroup, type QuestionProps } from '../fieldset/fieldset.tsx';
import { describedBy } from '../form-field/form-field.tsx';

export interface CheckboxChoice extends Choice {
  name?: string | undefined;
  /** "None of these": unticks the others, and is unticked by them. */
  exclusive?: boolean | undefined;
}

export interface CheckboxesProps extends QuestionProps, FormState {
  name: string;
  items: readonly (CheckboxChoice | Divider)[];
  idPrefix?: string | undefined;
  /** The values that are ticked. */
  chosen?: readonly string[] | undefined;
  small?: boolean | undefined;
  describedBy?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** None, one or several. */
export function Checkboxes({ items, legend, hint, group, attrs, ...props }: CheckboxesProps) {
  const prefix = props.idPrefix ?? props.name;
  const error = errorOf(props.name, props);
  const ticked = typedList(props.name, props.chosen, props.values);
  const fieldset = withDescription(props.fieldset, legend, props.describedBy);
  const loose = fieldset ? undefined : describedBy(prefix, { hint, error }, props.describedBy);
  return (
    <QuestionGroup id={prefix} legend={legend} fieldset={fieldset} hint={hint} error={error} group={group}>
      <div
        class={cx('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
        {...attrs}
        data-module="govuk-checkboxes"
      >
        {group?.before}
        {items.map((item, index) =>
          'divider' in item ? (
            <div key={item.divider} class="govuk-checkboxes__divider">
              {item.divider}
            </div>
          ) : (
            <ChoiceItem
              key={item.value}
              block="checkboxes"
              choice={item}
              id={item.id ?? choiceId(prefix, index)}
              name={item.name ?? props.name}
              checked={item.checked ?? ticked.includes(item.value)}
              describedBy={loose}
              attrs={item.exclusive ? { 'data-behaviour': 'exclusive' } : undefined}
            />
          ),
        )}
        {group?.after}
      </div>
    </QuestionGroup>
  );
}

/** With a fieldset the description is on the fieldset; without one it is on every box. */
function withDescription(fieldset: QuestionProps['fieldset'], legend: QuestionProps['legend'], describedBy?: string) {
  if (!fieldset && !legend) return undefined;
  return { ...fieldset, describedBy: fieldset?.describedBy ?? describedBy };
}
