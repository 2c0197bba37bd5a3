import { errorOf, type FormState, typedText } from '../../form-state.ts';
import { type Attrs, cx, type Words } from '../../parts.ts';
import { ControlGroup, describedBy, type FieldTexts, type LabelPart } from '../form-field/form-field.tsx';

export interface Option {
  text: string;
  /** What is sent. Without it the text is sent. */
  value?: string | undefined;
  selected?: boolean | undefined;
  disabled?: boolean | undefined;
  attrs?: Attrs | undefined;
}

export interface SelectProps extends FormState, FieldTexts {
  name: string;
  label: Words<LabelPart>;
  items: readonly Option[];
  id?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** One of many. Radios are easier to use up to about ten choices. */
export function Select({ label, hint, group, items, attrs, ...props }: SelectProps) {
  const id = props.id ?? props.name;
  const error = errorOf(props.name, props);
  const chosen = typedText(props.name, props);
  return (
    <ControlGroup id={id} label={label} hint={hint} error={error} group={group}>
      {group?.before}
      <select
        class={cx('govuk-select', props.class, Boolean(error) && 'govuk-select--error')}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, { hint, error }, props.describedBy)}
        {...attrs}
        id={id}
      >
        {items.map((item) => (
          <option
            key={item.value ?? item.text}
            value={item.value}
            selected={isSelected(item, chosen)}
            disabled={item.disabled}
            {...item.attrs}
          >
            {item.text}
          </option>
        ))}
      </select>
      {group?.after}
    </ControlGroup>
  );
}

function isSelected(item: Option, chosen: string | undefined): boolean {
  return item.selected ?? (Boolean(chosen) && (item.value ?? item.text) === chosen);
}
