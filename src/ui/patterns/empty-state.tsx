import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  /** What is not there: "No cases are due today". */
  title: string;
  /** Why, and what can be done. */
  children?: ComponentChildren;
}

/** What a list shows instead of nothing. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div class="fd-empty">
      <p class="fd-empty__title">{title}</p>
      {children}
    </div>
  );
}
