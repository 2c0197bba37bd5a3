import type { ComponentChildren } from 'preact';
import { href } from '../href.ts';

export interface FormProps {
  children: ComponentChildren;
  /** Where it goes; without it, to the page's own address. */
  action?: string | undefined;
  method?: 'post' | 'get' | undefined;
  /** Sent unseen: the token against forged requests, the key against double submission. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** Needed for files. */
  multipart?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
}

/** A form that the server checks: the browser's own messages are off, because ours say what to do. */
export function Form({ children, action, method = 'post', hidden = {}, multipart, ...props }: FormProps) {
  return (
    <form
      action={action === undefined ? undefined : href(action)}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-submit-once={method === 'post' ? '' : undefined}
      {...props}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
