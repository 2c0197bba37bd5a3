import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';

export interface ArrowTo {
  href: string;
  text?: ComponentChildren;
  /** What is there: "Cases 51 to 100". */
  label?: string | undefined;
  attrs?: Attrs | undefined;
}

const PATHS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

interface ArrowLinkProps {
  to: ArrowTo;
  side: 'prev' | 'next';
  block: boolean;
  children: ComponentChildren;
}

/** One direction. */
export function ArrowLink({ to, side, block, children }: ArrowLinkProps) {
  const arrowFirst = block || side === 'prev';
  return (
    <div class={`govuk-pagination__${side}`}>
      <a class="govuk-link govuk-pagination__link" href={href(to.href)} rel={side} {...to.attrs}>
        {arrowFirst ? <ArrowIcon side={side} /> : null}
        <span
          class={cx('govuk-pagination__link-title', block && !to.label && 'govuk-pagination__link-title--decorated')}
        >
          {children}
        </span>
        {to.label && block ? (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{to.label}</span>
          </>
        ) : null}
        {arrowFirst ? null : <ArrowIcon side={side} />}
      </a>
    </div>
  );
}

function ArrowIcon({ side }: { side: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${side}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={PATHS[side]} />
    </svg>
  );
}
