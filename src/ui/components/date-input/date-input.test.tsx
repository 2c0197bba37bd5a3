import { attrs, contract, field, fieldset, flag, inner, type Options, text } from '#test/govuk-contract';
import { DateInput, type DatePart } from './date-input.tsx';

const PARTS = ['day', 'month', 'year'] as const;

/** GOV.UK's macro takes either `items`, or `day`, `month` and `year` by name, with `null` for a part that is left out. */
function parts(options: Options): readonly DatePart[] {
  const items = options['items'] as (Options | null)[] | undefined;
  const given = items && items.length > 0 ? items : PARTS.map((name) => named(options, name));
  return given.filter((item): item is Options => Boolean(item)).map((item) => datePart(item, options));
}

function named(options: Options, name: (typeof PARTS)[number]): Options | null {
  if (options[name] === null || options[name] === false) return null;
  const defaults = options[name] === undefined ? { value: inner(options, 'values')[name] } : {};
  return { name, ...defaults, ...inner(options, name) };
}

function datePart(item: Options, options: Options): DatePart {
  const name = text(item, 'name') ?? '';
  const prefix = text(options, 'namePrefix');
  const classes = text(item, 'classes') ?? '';
  const width = /govuk-input--width-(\d+)/.exec(classes)?.[1];
  const isYear = name === 'year' || name === text(inner(options, 'year'), 'name');
  return {
    name,
    label: text(item, 'label'),
    id: text(item, 'id'),
    value:
      text(item, 'value') ??
      text(inner(options, name), 'value') ??
      text(inner(options, 'values'), prefix ? `${prefix}-${name}` : name),
    isWrong: flag(item, 'error') ?? (classes.includes('govuk-input--error') ? true : undefined),
    width: (width ? Number(width) : isYear ? 4 : 2) as 2,
    autocomplete: text(item, 'autocomplete'),
    pattern: text(item, 'pattern'),
    inputmode: text(item, 'inputmode') as 'numeric',
    class: classes.replace(/govuk-input--(width-\d+|error)/g, ''),
    attrs: attrs(item),
  };
}

contract('date-input', {
  render: (options) => (
    <DateInput
      {...field(options)}
      {...fieldset(options)}
      name={text(options, 'namePrefix') ?? ''}
      items={parts(options)}
    />
  ),
});
