import { contract, field, inner, text } from '#test/govuk-contract';
import { PasswordInput } from './password-input.tsx';

contract('password-input', {
  render: (options) => (
    <PasswordInput
      {...field(options)}
      value={text(options, 'value')}
      autocomplete={text(options, 'autocomplete')}
      buttonClass={text(inner(options, 'button'), 'classes')}
      texts={{
        show: text(options, 'showPasswordText'),
        hide: text(options, 'hidePasswordText'),
        showLabel: text(options, 'showPasswordAriaLabelText'),
        hideLabel: text(options, 'hidePasswordAriaLabelText'),
        shown: text(options, 'passwordShownAnnouncementText'),
        hidden: text(options, 'passwordHiddenAnnouncementText'),
      }}
    />
  ),
});
