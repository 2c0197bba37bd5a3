declare const trusted: unique symbol;

/** Markup that Frontdoor itself produced or cleaned. Nothing a person typed becomes this without cleaning. */
export type CleanHtml = string & { readonly [trusted]: true };

/**
 * Mark markup as clean. Call it only in the function that made or sanitised the markup, so that a search for
 * `trustHtml` lists every place where raw markup enters a page.
 */
export function trustHtml(markup: string): CleanHtml {
  return markup as CleanHtml;
}

/** Print clean markup inside a `div` (or a `span` in running text). The only place where raw markup is printed. */
export function TrustedHtml({ html, inline }: { html: CleanHtml; inline?: boolean | undefined }) {
  const Tag = inline ? 'span' : 'div';
  return <Tag dangerouslySetInnerHTML={{ __html: html }} />;
}
