import { contract, flag, part, text, words } from '#test/govuk-contract';
import { ErrorMessage, Hint, Label } from './form-field.tsx';

contract('label', {
  render: (options) => (
    <Label
      label={{ ...part(options), text: words(options), isPageHeading: flag(options, 'isPageHeading') }}
      htmlFor={text(options, 'for')}
    />
  ),
});

contract('hint', {
  render: (options) => <Hint hint={part(options)} id={text(options, 'id')} />,
});

contract('error-message', {
  render: (options) => (
    <ErrorMessage
      error={{
        ...part(options),
        text: words(options),
        prefix: options['visuallyHiddenText'] === false ? '' : text(options, 'visuallyHiddenText'),
      }}
      id={text(options, 'id')}
    />
  ),
});
