import type { ComponentChildren } from 'preact';
import { type Attrs, cx, ids, part, type Words } from '../../parts.ts';
import { Hint, Label, type LabelPart } from '../form-field/form-field.tsx';

export interface Choice {
  value: string;
  text: ComponentChildren;
  id?: string | undefined;
  hint?: Words;
  label?: Omit<LabelPart, 'text'> | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Asked only when this is chosen. Without JavaScript it is always shown, so its fields must be optional by themselves. */
  conditional?: ComponentChildren;
  attrs?: Attrs | undefined;
}

/** A word between choices: "or". */
export interface Divider {
  divider: string;
}

interface ChoiceItemProps {
  block: 'radios' | 'checkboxes';
  choice: Choice;
  id: string;
  name: string;
  checked: boolean;
  describedBy?: string | undefined;
  attrs?: Attrs | undefined;
}

/** One radio or checkbox with its label, its hint and what it opens. */
export function ChoiceItem({ block, choice, id, ...props }: ChoiceItemProps) {
  const css = `govuk-${block}`;
  const hintId = part(choice.hint) && `${id}-item-hint`;
  const opens = choice.conditional ? `conditional-${id}` : undefined;
  return (
    <>
      <div class={`${css}__item`}>
        <input
          class={`${css}__input`}
          name={props.name}
          type={block === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          checked={props.checked}
          disabled={choice.disabled}
          data-aria-controls={opens}
          aria-describedby={ids(props.describedBy, hintId)}
          {...props.attrs}
          {...choice.attrs}
          id={id}
        />
        <Label
          label={{ ...choice.label, text: choice.text, class: cx(`${css}__label`, choice.label?.class) }}
          htmlFor={id}
        />
        <ChoiceHint css={css} hint={choice.hint} id={hintId} />
      </div>
      {opens ? (
        <div class={cx(`${css}__conditional`, !props.checked && `${css}__conditional--hidden`)} id={opens}>
          {choice.conditional}
        </div>
      ) : null}
    </>
  );
}

function ChoiceHint({ css, hint, id }: { css: string; hint: Words; id: string | undefined }) {
  const found = part(hint);
  return found ? <Hint hint={{ ...found, class: cx(`${css}__hint`, found.class) }} id={id} /> : null;
}

/** The id of the n-th choice. The first has no number, so that the error summary can link to it by the field's name. */
export function choiceId(prefix: string, index: number): string {
  return index === 0 ? prefix : `${prefix}-${index + 1}`;
}
