import { attrs, contract, flag, has, type Options, text, words } from '#test/govuk-contract';
import { Button, ButtonLink } from './button.tsx';

function common(options: Options) {
  return {
    id: text(options, 'id'),
    class: text(options, 'classes'),
    attrs: attrs(options),
    start: flag(options, 'isStartButton'),
  };
}

contract('button', {
  render: (options) => {
    const shown =
      has(options, 'html') && flag(options, 'isStartButton') ? <span>{words(options)}</span> : words(options);
    if (has(options, 'href')) {
      return (
        <ButtonLink {...common(options)} href={text(options, 'href') ?? ''}>
          {shown}
        </ButtonLink>
      );
    }
    return (
      <Button
        {...common(options)}
        type={text(options, 'type') as 'submit'}
        name={text(options, 'name')}
        value={text(options, 'value')}
        disabled={flag(options, 'disabled')}
        preventDoubleClick={flag(options, 'preventDoubleClick')}
      >
        {shown}
      </Button>
    );
  },
});
