import type { ComponentChildren } from 'preact';
import { href as safe } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';

type Look = 'primary' | 'secondary' | 'warning' | 'inverse';

interface Common {
  children?: ComponentChildren;
  look?: Look | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface ButtonProps extends Common {
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  start?: boolean | undefined;
  /** Ignore a second press within a second. The server refuses the repeat as well. */
  preventDoubleClick?: boolean | undefined;
}

/** Sends the form it stands in. A second press is ignored unless `preventDoubleClick` is false. */
export function Button({ children, look, attrs, type = 'submit', disabled, start, ...props }: ButtonProps) {
  const once = props.preventDoubleClick;
  return (
    <button
      type={type}
      value={props.value}
      name={props.name}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={once === undefined ? undefined : String(once)}
      class={classes(look, start, props.class)}
      data-module="govuk-button"
      {...attrs}
      id={props.id ?? attrs?.id}
    >
      {children}
      {start ? <StartIcon /> : null}
    </button>
  );
}

export interface ButtonLinkProps extends Common {
  href: string;
  start?: boolean | undefined;
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ children, look, attrs, start, ...props }: ButtonLinkProps) {
  return (
    <a
      href={safe(props.href)}
      role="button"
      draggable={false}
      class={classes(look, start, props.class)}
      data-module="govuk-button"
      {...attrs}
      id={props.id ?? attrs?.id}
    >
      {children}
      {start ? <StartIcon /> : null}
    </a>
  );
}

/** The one button that starts a service, with its arrow. */
export function StartButton(props: Omit<ButtonLinkProps, 'start'>) {
  return <ButtonLink {...props} start />;
}

/** Buttons beside each other, with room between them. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>;
}

function classes(look: Look = 'primary', start?: boolean, extra?: string): string {
  return cx('govuk-button', look !== 'primary' && `govuk-button--${look}`, extra, start && 'govuk-button--start');
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
