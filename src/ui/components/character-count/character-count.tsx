import { cx } from '../../parts.ts';
import { useWords } from '../../words.ts';
import { Hint } from '../form-field/form-field.tsx';
import { i18n, type Plural } from '../i18n-attrs.ts';
import { Textarea, type TextareaProps } from '../textarea/textarea.tsx';

/** Words of the running count that JavaScript adds. */
export interface CountWords {
  charactersUnder?: Plural | undefined;
  charactersAt?: string | undefined;
  charactersOver?: Plural | undefined;
  wordsUnder?: Plural | undefined;
  wordsAt?: string | undefined;
  wordsOver?: Plural | undefined;
}

export interface CharacterCountProps extends Omit<TextareaProps, 'describedBy'> {
  maxlength?: number | undefined;
  maxwords?: number | undefined;
  countType?: string | undefined;
  /** Show the count from this percentage of the limit on. */
  threshold?: number | undefined;
  /** `You can enter up to %{count} characters`, for those without JavaScript. */
  limitText?: string | undefined;
  countWords?: CountWords | undefined;
  messageClass?: string | undefined;
}

/** A textarea that says how much room is left. The server holds the limit. */
export function CharacterCount({ group, maxlength, maxwords, ...props }: CharacterCountProps) {
  const id = props.id ?? props.name;
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={`${id}-info`}
      class={cx('govuk-js-character-count', props.class)}
      group={{
        ...group,
        class: cx('govuk-character-count', group?.class),
        attrs: { ...moduleAttrs({ ...props, maxlength, maxwords }), ...group?.attrs },
        after: (
          <>
            <CountMessage {...props} id={id} maxlength={maxlength} maxwords={maxwords} />
            {group?.after}
          </>
        ),
      }}
    />
  );
}

type Limits = Pick<
  CharacterCountProps,
  'maxlength' | 'maxwords' | 'countType' | 'limitText' | 'threshold' | 'countWords'
>;

function CountMessage({ id, messageClass, ...limits }: Limits & { id: string; messageClass?: string | undefined }) {
  const words = useWords();
  const limit = limits.maxwords ?? limits.maxlength;
  const inWords = (limits.countType ?? (limits.maxwords ? 'words' : '')) === 'words';
  const text = (limits.limitText ?? (inWords ? words.wordsAllowed : words.charactersAllowed)).replace(
    '%{count}',
    String(limit),
  );
  const shown = limit === undefined ? '' : text;
  return <Hint id={`${id}-info`} hint={{ text: shown, class: cx('govuk-character-count__message', messageClass) }} />;
}

function moduleAttrs({ countWords = {}, ...limits }: Limits) {
  const hasLimit = limits.maxlength !== undefined || limits.maxwords !== undefined;
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': limits.maxlength,
    'data-maxwords': limits.maxwords,
    'data-threshold': limits.threshold,
    'data-count-type': limits.countType ?? (limits.maxwords ? 'words' : undefined),
    ...i18n({
      'textarea-description': !hasLimit && limits.limitText ? { other: limits.limitText } : undefined,
      'characters-under-limit': countWords.charactersUnder,
      'characters-at-limit': countWords.charactersAt,
      'characters-over-limit': countWords.charactersOver,
      'words-under-limit': countWords.wordsUnder,
      'words-at-limit': countWords.wordsAt,
      'words-over-limit': countWords.wordsOver,
    }),
  };
}
