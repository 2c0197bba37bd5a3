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
  /** `post` where what is typed may name a person: it must not stand in an address. */
  method?: 'get' | 'post' | undefined;
  /** Sent unseen with a POST: the token against forged requests. */
  hidden?: Readonly<Record<string, string>> | undefined;
}

/** A search by GET, so that its results have an address; by POST where what is typed must not stand in one. */
export function SearchField({ action, name = 'q', id = 'search', quiet, ...props }: SearchFieldProps) {
  const words = useWords();
  const label = props.label ?? words.search;
  return (
    <form
      class={cx('fd-search', props.class)}
      action={href(action)}
      method={props.method ?? 'get'}
      role="search"
      aria-label={label}
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
