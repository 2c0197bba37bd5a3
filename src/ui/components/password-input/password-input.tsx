import { cx } from '../../parts.ts';
import { useWords } from '../../words.ts';
import { Button } from '../button/button.tsx';
import { i18n } from '../i18n-attrs.ts';
import { TextInput, type TextInputProps } from '../text-input/text-input.tsx';

export interface PasswordWords {
  show?: string | undefined;
  hide?: string | undefined;
  showLabel?: string | undefined;
  hideLabel?: string | undefined;
  shown?: string | undefined;
  hidden?: string | undefined;
}

type Kept =
  | 'name'
  | 'id'
  | 'label'
  | 'hint'
  | 'error'
  | 'errors'
  | 'value'
  | 'autocomplete'
  | 'describedBy'
  | 'class'
  | 'attrs'
  | 'group'
  | 'disabled';

export interface PasswordInputProps extends Pick<TextInputProps, Kept> {
  texts?: PasswordWords | undefined;
  buttonClass?: string | undefined;
}

/** A password, with a button to see what was typed. Never printed back from what was sent. */
export function PasswordInput({ texts = {}, group, buttonClass, ...props }: PasswordInputProps) {
  const id = props.id ?? props.name;
  return (
    <TextInput
      {...props}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      class={cx('govuk-password-input__input govuk-js-password-input-input', props.class)}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      group={{
        ...group,
        class: cx('govuk-password-input', group?.class),
        attrs: { 'data-module': 'govuk-password-input', ...attributes(texts), ...group?.attrs },
        after: (
          <>
            <Toggle id={id} texts={texts} extra={buttonClass} />
            {group?.after}
          </>
        ),
      }}
    />
  );
}

function attributes(texts: PasswordWords) {
  return i18n({
    'show-password': texts.show,
    'hide-password': texts.hide,
    'show-password-aria-label': texts.showLabel,
    'hide-password-aria-label': texts.hideLabel,
    'password-shown-announcement': texts.shown,
    'password-hidden-announcement': texts.hidden,
  });
}

function Toggle({ id, texts, extra }: { id: string; texts: PasswordWords; extra: string | undefined }) {
  const words = useWords();
  return (
    <Button
      type="button"
      look="secondary"
      class={cx('govuk-password-input__toggle govuk-js-password-input-toggle', extra)}
      attrs={{ 'aria-controls': id, 'aria-label': texts.showLabel ?? words.showPasswordLabel, hidden: true }}
    >
      {texts.show ?? words.showPassword}
    </Button>
  );
}
