import type { ComponentChildren } from 'preact';
import { errorOf, type FormState, typedText } from '../../form-state.ts';
import { type Attrs, cx, type Part, part, type Words } from '../../parts.ts';
import {
  ControlGroup,
  describedBy,
  type FieldTexts,
  type GroupPart,
  type LabelPart,
} from '../form-field/form-field.tsx';

/** Width in characters (2 to 30), or as a share of the column. */
type Width =
  | 2
  | 3
  | 4
  | 5
  | 10
  | 20
  | 30
  | 'full'
  | 'three-quarters'
  | 'two-thirds'
  | 'one-half'
  | 'one-third'
  | 'one-quarter';

export interface InputProps {
  name: string;
  id?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'number' | 'password' | 'search' | 'time' | 'date' | 'url' | undefined;
  value?: string | undefined;
  width?: Width | undefined;
  /** What the field is, for the browser to fill it in (WCAG 1.3.5): `name`, `email`, `tel`, `postal-code`… */
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | undefined;
  spellcheck?: boolean | undefined;
  autocapitalize?: string | undefined;
  pattern?: string | undefined;
  disabled?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface TextInputProps extends InputProps, FormState, FieldTexts {
  label: Words<LabelPart>;
  prefix?: Words;
  suffix?: Words;
  wrapper?: Pick<Part, 'class' | 'attrs'> | undefined;
  describedBy?: string | undefined;
}

/** One line of text. */
export function TextInput({ label, hint, group, prefix, suffix, wrapper, ...props }: TextInputProps) {
  const id = props.id ?? props.name;
  const error = errorOf(props.name, props);
  const input = (
    <Input
      {...props}
      id={id}
      value={typedText(props.name, props)}
      isWrong={Boolean(error)}
      describedBy={describedBy(id, { hint, error }, props.describedBy)}
    />
  );
  return (
    <ControlGroup id={id} label={label} hint={hint} error={error} group={group}>
      <Affixed prefix={prefix} suffix={suffix} group={group} wrapper={wrapper}>
        {input}
      </Affixed>
    </ControlGroup>
  );
}

interface BareInputProps extends InputProps {
  isWrong?: boolean | undefined;
  describedBy?: string | undefined;
}

/** The control alone, for components that bring their own label. */
export function Input({ width, isWrong, describedBy, attrs, ...props }: BareInputProps) {
  return (
    <input
      class={cx('govuk-input', width && widthClass(width), props.class, isWrong && 'govuk-input--error')}
      name={props.name}
      {...typeOf(props)}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize as 'none'}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...attrs}
      id={props.id ?? props.name}
    />
  );
}

/** Preact types every kind of input apart; ours is any of the kinds that hold a line of text. */
function typeOf({ type = 'text' }: InputProps) {
  return { type } as { type: 'text' };
}

function widthClass(width: Width): string {
  return typeof width === 'number' ? `govuk-input--width-${width}` : `govuk-!-width-${width}`;
}

interface AffixedProps extends Pick<TextInputProps, 'prefix' | 'suffix' | 'wrapper'> {
  group: GroupPart | undefined;
  children: ComponentChildren;
}

function Affixed({ prefix, suffix, group, wrapper, children }: AffixedProps) {
  if (!part(prefix) && !part(suffix) && !group?.before && !group?.after) return children;
  return (
    <div class={cx('govuk-input__wrapper', wrapper?.class)} {...wrapper?.attrs}>
      {group?.before}
      <Affix affix={prefix} side="prefix" />
      {children}
      <Affix affix={suffix} side="suffix" />
      {group?.after}
    </div>
  );
}

function Affix({ affix, side }: { affix: Words; side: 'prefix' | 'suffix' }) {
  const found = part(affix);
  if (!found) return null;
  return (
    <div class={cx(`govuk-input__${side}`, found.class)} aria-hidden="true" {...found.attrs}>
      {found.text}
    </div>
  );
}
