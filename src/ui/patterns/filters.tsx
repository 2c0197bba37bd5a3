import type { ComponentChildren } from 'preact';
import { href } from '../href.ts';
import { useWords } from '../words.ts';

export interface AppliedFilter {
  text: string;
  /** The address of the same list without it. */
  removeHref: string;
}

export interface FiltersProps {
  action: string;
  applied?: readonly AppliedFilter[] | undefined;
  clearHref?: string | undefined;
  /** The fields. */
  children: ComponentChildren;
}

/** Narrow a list down by GET, so that what is seen has an address that can be sent to someone. */
export function Filters({ action, applied = [], clearHref, children }: FiltersProps) {
  const words = useWords();
  return (
    <form class="fd-filters" action={href(action)} method="get" aria-label={words.filters}>
      <div class="fd-filters__fields">
        {children}
        <button class="govuk-button govuk-button--secondary fd-filters__apply" type="submit">
          {words.applyFilters}
        </button>
      </div>
      {applied.length > 0 ? <Applied applied={applied} clearHref={clearHref} /> : null}
    </form>
  );
}

function Applied({ applied, clearHref }: { applied: readonly AppliedFilter[]; clearHref: string | undefined }) {
  const words = useWords();
  return (
    <ul class="fd-filters__applied">
      {applied.map((filter) => (
        <li key={filter.removeHref}>
          <a class="fd-chip" href={href(filter.removeHref)}>
            <span class="govuk-visually-hidden">{words.removeFilter} </span>
            {filter.text} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {clearHref ? (
        <li>
          <a class="govuk-link" href={href(clearHref)}>
            {words.clearFilters}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
