import type { ComponentChildren } from 'preact';
import { assetUrl } from '../assets.ts';
import { cx } from '../parts.ts';
import { PageLanguage } from '../words.ts';
import type { CouncilFace } from './council-face.ts';

export interface DocumentProps {
  title: string;
  council: CouncilFace;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  /** Which stylesheet and script. */
  kind: 'public' | 'desk';
  /** Further built scripts by name (`locate.js`). */
  scripts?: readonly string[] | undefined;
  /** Reload after that many seconds, for boards. WCAG 2.2.1 forbids it where something is read or typed. */
  refresh?: number | undefined;
  /** Go on to this address at once, where a form may not lead there itself (CSP). The page shows it as a link too. */
  goTo?: string | undefined;
  class?: string | undefined;
  children: ComponentChildren;
}

/** The `html` element of every page: no inline script or style, so that the strictest CSP holds. */
export function Document({ kind, council, lang = 'en', dir, scripts = [], ...props }: DocumentProps) {
  return (
    <html class="govuk-template" lang={lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={council.themeColour ?? '#0b3c49'} />
        <meta name="color-scheme" content="light dark" />
        {props.refresh ? <meta http-equiv="refresh" content={String(props.refresh)} /> : null}
        {props.goTo ? <meta http-equiv="refresh" content={`0; url=${props.goTo}`} /> : null}
        <link rel="stylesheet" href={assetUrl(`${kind}.css`)} />
        {council.brandHref ? <link rel="stylesheet" href={council.brandHref} /> : null}
        <link rel="icon" href={council.iconHref ?? assetUrl('icon.svg')} />
        {[`${kind}.js`, ...scripts].map((script) => (
          <script key={script} type="module" src={assetUrl(script)} />
        ))}
      </head>
      <body class={cx('govuk-template__body', props.class)}>
        <PageLanguage.Provider value={lang}>{props.children}</PageLanguage.Provider>
      </body>
    </html>
  );
}

/** "Error: " first when something is wrong, so that it is heard as soon as the page loads. */
export function documentTitle(title: string, council: CouncilFace, errorWord?: string): string {
  return `${errorWord ? `${errorWord}: ` : ''}${title} – ${council.name}`;
}
