import { type ComponentChildren, isValidElement } from 'preact';

type Value = string | number | boolean | undefined;

/** Extra attributes of an element. Handlers and raw markup have no spelling here. */
export interface Attrs {
  [data: `data-${string}`]: Value;
  [aria: `aria-${string}`]: Value;
  id?: string | undefined;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  accept?: string | undefined;
  autofocus?: boolean | undefined;
  hidden?: boolean | undefined;
  maxlength?: number | undefined;
  required?: boolean | undefined;
  title?: string | undefined;
}

/** A piece of a component that may carry a class or attributes besides its words. */
export interface Part {
  text: ComponentChildren;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

export type Words<P extends Part = Part> = ComponentChildren | P;

/** Read "just words" and "words with details" alike. Empty words mean that the part is absent. */
export function part<P extends Part>(words: Words<P>): P | undefined {
  if (words === undefined || words === null || words === false || words === '') return undefined;
  if (isPart(words)) return words;
  return { text: words } as P;
}

export function isPart<P extends Part>(words: Words<P>): words is P {
  return typeof words === 'object' && words !== null && 'text' in words && !isValidElement(words);
}

/** Join class names, leaving out what is absent. */
export function cx(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Join ids for `aria-describedby`; undefined when there is none, so that the attribute is left out. */
export function ids(...found: (string | false | undefined)[]): string | undefined {
  return cx(...found) || undefined;
}
