import { errorOf, type FormState, typedText } from '../../form-state.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';
import { QuestionGroup, type QuestionProps } from '../fieldset/fieldset.tsx';
import { Label } from '../form-field/form-field.tsx';
import { Input } from '../text-input/text-input.tsx';

export interface DatePart {
  /** Sent as `<name>-<part name>`: `since-day`. */
  name: string;
  label?: string | undefined;
  id?: string | undefined;
  value?: string | undefined;
  /** Marks this part as the one to put right. */
  isWrong?: boolean | undefined;
  width?: 2 | 4 | undefined;
  autocomplete?: string | undefined;
  pattern?: string | undefined;
  inputmode?: 'numeric' | 'text' | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface DateInputProps extends QuestionProps, FormState {
  /** Before the name of each part. Empty sends `day`, `month` and `year`. */
  name: string;
  /** Of the whole. Without it the first part carries the name as its id, so that the error summary reaches it. */
  id?: string | undefined;
  items?: readonly DatePart[] | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Day, month and year of a date that people know by heart. */
export function DateInput({ legend, hint, group, attrs, ...props }: DateInputProps) {
  const words = useWords();
  const error = errorOf(props.name, props);
  const items = props.items ?? [
    { name: 'day', label: words.day },
    { name: 'month', label: words.month },
    { name: 'year', label: words.year, width: 4 as const },
  ];
  const oneIsMarked = items.some((item) => item.isWrong);
  const fieldset = props.fieldset || legend ? { role: 'group', ...props.fieldset } : undefined;
  return (
    <QuestionGroup
      id={props.id ?? props.name}
      legend={legend}
      fieldset={fieldset}
      hint={hint}
      error={error}
      group={group}
    >
      <div class={cx('govuk-date-input', props.class)} {...attrs} id={props.id}>
        {group?.before}
        {items.map((item, index) => (
          <DatePartInput
            key={item.name}
            item={item}
            id={item.id ?? partId(props, item.name, index)}
            name={props.name ? `${props.name}-${item.name}` : item.name}
            isWrong={item.isWrong ?? (Boolean(error) && !oneIsMarked)}
            values={props.values}
          />
        ))}
        {group?.after}
      </div>
    </QuestionGroup>
  );
}

function partId(date: { id?: string | undefined; name: string }, partName: string, index: number): string {
  if (date.id !== undefined) return `${date.id}-${partName}`;
  return index === 0 ? date.name : `${date.name}-${partName}`;
}

interface DatePartInputProps extends FormState {
  item: DatePart;
  id: string;
  name: string;
  isWrong: boolean;
}

function DatePartInput({ item, id, name, isWrong, values }: DatePartInputProps) {
  const label = item.label ?? item.name.charAt(0).toUpperCase() + item.name.slice(1);
  return (
    <div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <Label label={{ text: label, class: 'govuk-date-input__label' }} htmlFor={id} />
        <Input
          id={id}
          name={name}
          value={typedText(name, { value: item.value, values })}
          width={item.width ?? 2}
          inputmode={item.inputmode ?? 'numeric'}
          autocomplete={item.autocomplete}
          pattern={item.pattern}
          class={cx('govuk-date-input__input', item.class)}
          isWrong={isWrong}
          attrs={item.attrs}
        />
      </div>
    </div>
  );
}
