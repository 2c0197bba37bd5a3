import { options, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { href } from './href.ts';

const ADDRESSES = ['href', 'src', 'action', 'formaction', 'formAction'] as const;

/** Elements in which a browser follows none of those. Any other, known or not, is looked at. */
const LEADS_NOWHERE = new Set(
  'p span div h1 h2 h3 h4 ul ol li dl dt dd section main header footer nav strong b label legend fieldset select option table thead tbody tr th td caption summary details address time br hr title'.split(
    ' ',
  ),
);

/** Pictures that Frontdoor draws itself, such as the code to scan for a second factor. They cannot run script. */
const DRAWN = /^data:image\/(png|jpeg|webp);base64,/;

const before = options.vnode?.bind(options);
// A plain <a> in a page has no component to check its address, so every element is checked as it is made.
options.vnode = (vnode) => {
  if (typeof vnode.type === 'string' && !LEADS_NOWHERE.has(vnode.type)) checkAddresses(vnode.props);
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
