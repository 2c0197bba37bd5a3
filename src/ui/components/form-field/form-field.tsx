import type { ComponentChildren } from 'preact';
import { type Attrs, cx, ids, type Part, part, type Words } from '../../parts.ts';
import { useWords } from '../../words.ts';

export type Size = 's' | 'm' | 'l' | 'xl';

export interface LabelPart extends Part {
  size?: Size | undefined;
  /** The label is the question of the page: it is wrapped in the `h1`. */
  isPageHeading?: boolean | undefined;
}

/** Words over a field. */
export function Label({ label, htmlFor }: { label: Words<LabelPart>; htmlFor?: string | undefined }) {
  const found = part<LabelPart>(label);
  if (!found?.text) return null;
  const element = (
    <label
      class={cx('govuk-label', found.size && `govuk-label--${found.size}`, found.class)}
      for={htmlFor}
      {...found.attrs}
    >
      {found.text}
    </label>
  );
  return found.isPageHeading ? <h1 class="govuk-label-wrapper">{element}</h1> : element;
}

/** Help under a label: what it is for, an example. */
export function Hint({ hint, id }: { hint: Words; id?: string | undefined }) {
  const found = part(hint);
  if (!found) return null;
  return (
    <div id={id} class={cx('govuk-hint', found.class)} {...found.attrs}>
      {found.text}
    </div>
  );
}

export interface ErrorPart extends Part {
  /** Read out before the message. Empty to leave it out. */
  prefix?: string | undefined;
}

/** What is wrong with a field, in words that say what to do. */
export function ErrorMessage({ error, id }: { error: Words<ErrorPart>; id?: string | undefined }) {
  const words = useWords();
  const found = part<ErrorPart>(error);
  if (!found) return null;
  const prefix = found.prefix ?? words.error;
  return (
    <p id={id} class={cx('govuk-error-message', found.class)} {...found.attrs}>
      {prefix ? <span class="govuk-visually-hidden">{prefix}:</span> : null} {found.text}
    </p>
  );
}

export interface GroupPart {
  class?: string | undefined;
  attrs?: Attrs | undefined;
  before?: ComponentChildren;
  after?: ComponentChildren;
}

export interface FieldTexts {
  hint?: Words;
  error?: Words<ErrorPart>;
  group?: GroupPart | undefined;
}

/** The ids that a control is described by: what the caller adds, its hint, its error. */
export function describedBy(id: string, { hint, error }: FieldTexts, also?: string): string | undefined {
  return ids(also, part(hint) && `${id}-hint`, part<ErrorPart>(error) && `${id}-error`);
}

interface FormGroupProps {
  error?: Words<ErrorPart>;
  group?: GroupPart | undefined;
  children: ComponentChildren;
}

/** The frame of a field: a bar at its side when something is wrong. */
export function FormGroup({ error, group, children }: FormGroupProps) {
  const wrong = part<ErrorPart>(error) && 'govuk-form-group--error';
  return (
    <div class={cx('govuk-form-group', wrong, group?.class)} {...group?.attrs}>
      {children}
    </div>
  );
}

interface ControlGroupProps extends FieldTexts {
  id: string;
  label: Words<LabelPart>;
  children: ComponentChildren;
}

/** The frame of a field with a single control: label, hint, error, control. */
export function ControlGroup({ id, label, hint, error, group, children }: ControlGroupProps) {
  return (
    <FormGroup error={error} group={group}>
      <Label label={label} htmlFor={id} />
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </FormGroup>
  );
}

/** Hint and error of a field, in this order. */
export function HintAndError({ id, hint, error }: FieldTexts & { id: string }) {
  return (
    <>
      <Hint hint={hint} id={`${id}-hint`} />
      <ErrorMessage error={error} id={`${id}-error`} />
    </>
  );
}
