import { attrs, contract, text, words } from '#test/govuk-contract';
import { Tag } from './tag.tsx';

contract('tag', {
  render: (options) => (
    <Tag class={text(options, 'classes')} attrs={attrs(options)}>
      {words(options)}
    </Tag>
  ),
});
