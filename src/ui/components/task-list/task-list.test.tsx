import { attrs, contract, inner, list, type Options, part, text, words } from '#test/govuk-contract';
import { Tag } from '../tag/tag.tsx';
import { TaskList } from './task-list.tsx';

function status(item: Options) {
  const found = inner(item, 'status');
  const tag = inner(found, 'tag');
  const shown = found['tag'] ? (
    <Tag class={text(tag, 'classes')} attrs={attrs(tag)}>
      {words(tag)}
    </Tag>
  ) : (
    words(found)
  );
  return { text: shown, class: text(found, 'classes') };
}

const ABSENT = 'An absent item still counts for the numbers in GOV.UK ids; our lists hold no absent items';

contract('task-list', {
  leftOut: { 'with empty values': ABSENT },
  render: (options) => (
    <TaskList
      items={list(options, 'items').map((item) => ({
        title: part(item, 'title'),
        hint: part(item, 'hint'),
        status: status(item),
        href: text(item, 'href'),
        class: text(item, 'classes'),
      }))}
      idPrefix={text(options, 'idPrefix')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
