import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx, ids, type Part, part, type Words } from '../../parts.ts';

export interface Task {
  title: Words;
  hint?: Words;
  /** Its state: words, or a `Tag` while there is something left to do. */
  status: Words;
  href?: string | undefined;
  class?: string | undefined;
}

export interface TaskListProps {
  items: readonly Task[];
  idPrefix?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** What there is to do, in any order, with the state of each. */
export function TaskList({ items, idPrefix = 'task-list', attrs, ...props }: TaskListProps) {
  return (
    <ul class={cx('govuk-task-list', props.class)} {...attrs}>
      {items.map((task, index) => (
        <TaskItem key={index} task={task} id={`${idPrefix}-${index + 1}`} />
      ))}
    </ul>
  );
}

function TaskItem({ task, id }: { task: Task; id: string }) {
  const hint = part<Part>(task.hint);
  const status = part<Part>(task.status);
  return (
    <li class={cx('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        <TaskTitle task={task} describedBy={ids(hint && `${id}-hint`, `${id}-status`)} />
        {hint ? (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint.text}
          </div>
        ) : null}
      </div>
      <div class={cx('govuk-task-list__status', status?.class)} id={`${id}-status`}>
        {status?.text}
      </div>
    </li>
  );
}

function TaskTitle({ task, describedBy }: { task: Task; describedBy: string | undefined }) {
  const title = part<Part>(task.title);
  const text: ComponentChildren = title?.text;
  if (!task.href) return <div class={title?.class}>{text}</div>;
  return (
    <a
      class={cx('govuk-link govuk-task-list__link', title?.class)}
      href={href(task.href)}
      aria-describedby={describedBy}
    >
      {text}
    </a>
  );
}
