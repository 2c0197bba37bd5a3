import { href } from '../../href.ts';
import { cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface SearchFieldProps {
  action: string;
  /** What is asked for, seen or only read out. */
  label?: string | undefined;
  name?: string | undefined;
  id?: string | undefined;
  value?: string | undefined;
  /** A reminder inside the field; never instead of the label. */
  placeholder?: string | undefined;
  button?: string | undefined;
  /** The label is only read out: where the place itself says what the field is. */
  quiet?: boolean | undefined;
  class?: string | undefined;
}

/** A search by GET, so that its results have an address. */
export function SearchField({ action, name = 'q', id = 'search', quiet, ...props }: SearchFieldProps) {
  const words = useWords();
  const label = props.label ?? words.search;
  return (
    <form class={cx('fd-search', props.class)} action={href(action)} method="get" role="search" aria-label={label}>
      <label class={cx('fd-search__label', quiet && 'govuk-visually-hidden')} for={id}>
        {label}
      </label>
      <div class="fd-search__row">
        <input
          class="govuk-input fd-search__input"
          id={id}
          name={name}
          type="search"
          value={props.value}
          placeholder={props.placeholder}
          autocomplete="off"
        />
        <button class="govuk-button fd-search__button" type="submit">
          {props.button ?? words.search}
        </button>
      </div>
    </form>
  );
}
