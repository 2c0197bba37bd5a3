import { options, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { href } from './href.ts';

const ADDRESSES = ['href', 'src', 'action', 'formaction', 'formAction'] as const;

/** Pictures that Frontdoor draws itself, such as the code to scan for a second factor. They cannot run script. */
const DRAWN = /^data:image\/(png|jpeg|webp);base64,/;

const before = options.vnode?.bind(options);
// A plain <a> in a page has no component to check its address, so every element is checked as it is made.
options.vnode = (vnode) => {
  if (typeof vnode.type === 'string') checkAddresses(vnode.props);
  before?.(vnode);
};

/** Render a whole page, `<html>` included, as the text of a reply. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>${renderToString(page)}`;
}

/** Render a part of a page: for tests, live updates and mail. */
export function renderFragment(fragment: VNode): string {
  return renderToString(fragment);
}

function checkAddresses(props: Record<string, unknown>): void {
  for (const name of ADDRESSES) {
    const address = props[name];
    if (typeof address !== 'string' || (name === 'src' && DRAWN.test(address))) continue;
    props[name] = href(address);
  }
}
