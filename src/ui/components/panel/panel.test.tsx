import { attrs, contract, count, inner, list, type Options, text, words } from '#test/govuk-contract';
import { Panel } from './panel.tsx';

const INTERRUPTION = 'govuk-panel--interruption';

function action(item: Options) {
  return {
    text: text(item, 'text') ?? '',
    href: text(item, 'href'),
    type: text(item, 'type') as 'button' | undefined,
    class: text(item, 'classes'),
    attrs: attrs(item),
  };
}

contract('panel', {
  render: (options) => {
    const classes = text(options, 'classes') ?? '';
    const actions = inner(options, 'actions');
    return (
      <Panel
        title={words(options, 'title')}
        headingLevel={count(options, 'headingLevel') as 1}
        interruption={classes.includes(INTERRUPTION)}
        actions={
          options['actions']
            ? { items: list(actions, 'items').map(action), class: text(actions, 'classes'), attrs: attrs(actions) }
            : undefined
        }
        class={classes.replace(INTERRUPTION, '')}
        attrs={attrs(options)}
      >
        {words(options)}
      </Panel>
    );
  },
});
