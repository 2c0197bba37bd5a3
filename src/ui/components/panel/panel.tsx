import type { ComponentChildren } from 'preact';
import { type Attrs, cx } from '../../parts.ts';
import { Button, ButtonGroup, ButtonLink } from '../button/button.tsx';
import { Link } from '../link/link.tsx';

export interface PanelAction {
  text: string;
  href?: string | undefined;
  /** With an address, `button` makes the link look like a button. */
  type?: 'button' | 'submit' | 'reset' | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface PanelProps {
  title: ComponentChildren;
  children?: ComponentChildren;
  headingLevel?: 1 | 2 | 3 | 4 | undefined;
  /** Stop and read, before going on; otherwise it confirms that something is done. */
  interruption?: boolean | undefined;
  actions?: { items: readonly PanelAction[]; class?: string | undefined; attrs?: Attrs | undefined } | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** The one thing to take away from a page. */
export function Panel({ title, children, headingLevel = 1, interruption, actions, attrs, ...props }: PanelProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      class={cx('govuk-panel', `govuk-panel--${interruption ? 'interruption' : 'confirmation'}`, props.class)}
      {...attrs}
    >
      <Heading class="govuk-panel__title">{title}</Heading>
      {children ? <div class="govuk-panel__body">{children}</div> : null}
      {interruption && actions ? <PanelActions {...actions} /> : null}
    </div>
  );
}

function PanelActions({ items, attrs, ...props }: NonNullable<PanelProps['actions']>) {
  return (
    <div class={cx('govuk-panel__actions', props.class)} {...attrs}>
      {items.length > 0 ? (
        <ButtonGroup>
          {items.map((action) => (
            <PanelAction key={action.text} {...action} />
          ))}
        </ButtonGroup>
      ) : null}
    </div>
  );
}

function PanelAction({ text, href, type, attrs, ...props }: PanelAction) {
  if (href === undefined) {
    return (
      <Button look="inverse" type={type ?? 'button'} class={props.class} attrs={attrs}>
        {text}
      </Button>
    );
  }
  if (type === 'button') {
    return (
      <ButtonLink look="inverse" href={href} class={props.class} attrs={attrs}>
        {text}
      </ButtonLink>
    );
  }
  return (
    <Link inverse href={href} class={props.class} attrs={attrs}>
      {text}
    </Link>
  );
}
