import type { ComponentChildren } from 'preact';
import type { Errors } from '../../form-state.ts';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface ErrorItem {
  text: ComponentChildren;
  href?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface ErrorSummaryProps {
  title?: ComponentChildren;
  description?: ComponentChildren;
  items: readonly ErrorItem[];
  disableAutoFocus?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Everything that is wrong, at the top of the page, each with a link to its field. */
export function ErrorSummary({ title, description, items, disableAutoFocus, attrs, ...props }: ErrorSummaryProps) {
  const words = useWords();
  return (
    <div
      class={cx('govuk-error-summary', props.class)}
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...attrs}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title ?? words.errorTitle}</h2>
        <div class="govuk-error-summary__body">
          {description ? <p>{description}</p> : null}
          <ErrorList items={items} />
        </div>
      </div>
    </div>
  );
}

/** The items of a summary from messages by field name: each links to the element with that id. */
export function errorItems(errors: Errors): ErrorItem[] {
  return Object.entries(errors).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []));
}

function ErrorList({ items }: { items: readonly ErrorItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul class="govuk-list govuk-error-summary__list">
      {items.map((item) => (
        <li key={item.href}>
          {item.href ? (
            <a href={href(item.href)} {...item.attrs}>
              {item.text}
            </a>
          ) : (
            item.text
          )}
        </li>
      ))}
    </ul>
  );
}
