import { errorOf, type FormState, typedText } from '../../form-state.ts';
import { type Attrs, cx, type Words } from '../../parts.ts';
import { ControlGroup, describedBy, type FieldTexts, type LabelPart } from '../form-field/form-field.tsx';

export interface TextareaProps extends FormState, FieldTexts {
  name: string;
  label: Words<LabelPart>;
  id?: string | undefined;
  value?: string | undefined;
  rows?: number | undefined;
  spellcheck?: boolean | undefined;
  autocomplete?: string | undefined;
  disabled?: boolean | undefined;
  describedBy?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Several lines of text. */
export function Textarea({ label, hint, group, attrs, ...props }: TextareaProps) {
  const id = props.id ?? props.name;
  const error = errorOf(props.name, props);
  return (
    <ControlGroup id={id} label={label} hint={hint} error={error} group={group}>
      {group?.before}
      <textarea
        class={cx('govuk-textarea', Boolean(error) && 'govuk-textarea--error', props.class)}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, { hint, error }, props.describedBy)}
        autocomplete={props.autocomplete}
        value={typedText(props.name, props)}
        {...attrs}
        id={id}
      />
      {group?.after}
    </ControlGroup>
  );
}
