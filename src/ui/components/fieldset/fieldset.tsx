import type { ComponentChildren } from 'preact';
import { type Attrs, cx, type Part, part, type Words } from '../../parts.ts';
import { describedBy, type FieldTexts, FormGroup, HintAndError, type Size } from '../form-field/form-field.tsx';

export interface LegendPart extends Part {
  size?: Size | undefined;
  /** The legend is the question of the page: it is wrapped in the `h1`. */
  isPageHeading?: boolean | undefined;
}

export interface FieldsetProps {
  legend?: Words<LegendPart>;
  children?: ComponentChildren;
  describedBy?: string | undefined;
  role?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** A group of fields under one question. */
export function Fieldset({ legend, children, describedBy, role, attrs, ...props }: FieldsetProps) {
  const found = part<LegendPart>(legend);
  return (
    <fieldset
      class={cx('govuk-fieldset', props.class)}
      role={role as 'group'}
      aria-describedby={describedBy}
      {...attrs}
    >
      {found ? (
        <legend
          class={cx('govuk-fieldset__legend', found.size && `govuk-fieldset__legend--${found.size}`, found.class)}
        >
          {found.isPageHeading ? <h1 class="govuk-fieldset__heading">{found.text}</h1> : found.text}
        </legend>
      ) : null}
      {children}
    </fieldset>
  );
}

export interface QuestionProps extends FieldTexts {
  legend?: Words<LegendPart>;
  fieldset?: Pick<FieldsetProps, 'class' | 'attrs' | 'describedBy' | 'role'> | undefined;
}

interface QuestionGroupProps extends QuestionProps {
  id: string;
  children: ComponentChildren;
}

/** The frame of a field with several controls: legend, hint, error, controls. Without a legend there is no fieldset. */
export function QuestionGroup({ id, legend, fieldset, hint, error, group, children }: QuestionGroupProps) {
  const inner = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </>
  );
  const described = describedBy(id, { hint, error }, fieldset?.describedBy);
  return (
    <FormGroup error={error} group={group}>
      {legend || fieldset ? (
        <Fieldset {...fieldset} legend={legend} describedBy={described}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}
