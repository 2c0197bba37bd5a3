import type { ComponentChildren } from 'preact';

interface Column {
  /** Read out as the name of the column; seen as its heading unless `quiet`. */
  title: string;
  children: ComponentChildren;
  quiet?: boolean | undefined;
}

export interface CallScreenProps {
  /** Live work: calls and chats that wait or run. */
  work: Column;
  /** The person: who, open cases, every contact. */
  person: Column;
  /** The script: what to ask, what to tell. */
  script: Column;
}

/** Everything of one call beside each other. On a narrow screen the person comes first, then the script, then the queue. */
export function CallScreen({ work, person, script }: CallScreenProps) {
  return (
    <div class="fd-call">
      <CallColumn name="person" {...person} />
      <CallColumn name="script" {...script} />
      <CallColumn name="work" {...work} />
    </div>
  );
}

function CallColumn({ name, title, quiet, children }: Column & { name: string }) {
  return (
    <section class={`fd-call__column fd-call__${name}`} aria-labelledby={`call-${name}`}>
      <h2 class={quiet ? 'govuk-visually-hidden' : 'fd-call__title'} id={`call-${name}`}>
        {title}
      </h2>
      {children}
    </section>
  );
}
