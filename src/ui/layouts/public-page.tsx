import type { ComponentChildren } from 'preact';
import { BackLink } from '../components/back-link/back-link.tsx';
import { Breadcrumbs, type Crumb } from '../components/breadcrumbs/breadcrumbs.tsx';
import { ErrorSummary, errorItems } from '../components/error-summary/error-summary.tsx';
import { SkipLink } from '../components/skip-link/skip-link.tsx';
import type { Errors } from '../form-state.ts';
import { wordsFor } from '../words.ts';
import type { CouncilFace } from './council-face.ts';
import { Document, documentTitle } from './document.tsx';
import { PublicFooter } from './public-footer.tsx';
import { PublicHeader, type SignInState } from './public-header.tsx';

export interface PublicPageProps extends SignInState {
  council: CouncilFace;
  /** What the page is, in the words of its `h1`; the council's name is added. */
  title: string;
  /** The path of this request: says which part of the navigation is current. */
  path: string;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  /** By field name: prints the error summary and starts the title with "Error: ". */
  errors?: Errors | undefined;
  /** The address of the page before. */
  back?: string | undefined;
  breadcrumbs?: readonly Crumb[] | undefined;
  /** Notification banners, above everything else in the main part. */
  banners?: ComponentChildren;
  /** Use the whole width, for tables and maps. Text is kept to two thirds. */
  wide?: boolean | undefined;
  /** The search in the header. False on the home page, which has its own. */
  search?: boolean | undefined;
  searchValue?: string | undefined;
  scripts?: readonly string[] | undefined;
  /** Go on to this address at once (see `Document`). */
  goTo?: string | undefined;
  children: ComponentChildren;
}

/** Every page that a resident sees. */
export function PublicPage({ council, title, errors = {}, lang = 'en', dir, scripts, ...props }: PublicPageProps) {
  const items = errorItems(errors);
  const errorWord = items.length > 0 ? wordsFor(lang).error : undefined;
  return (
    <Document
      kind="public"
      title={documentTitle(title, council, errorWord)}
      council={council}
      lang={lang}
      dir={dir}
      scripts={scripts}
      goTo={props.goTo}
    >
      <SkipLink href="#main-content" />
      <PublicHeader council={council} {...props} />
      <div class="govuk-width-container">
        {props.breadcrumbs ? <Breadcrumbs items={props.breadcrumbs} collapse /> : null}
        {props.back === undefined ? null : <BackLink href={props.back} />}
        <main class="govuk-main-wrapper" id="main-content">
          <div class="govuk-grid-row">
            <div class={props.wide ? 'govuk-grid-column-full' : 'govuk-grid-column-two-thirds-from-desktop'}>
              {items.length > 0 ? <ErrorSummary items={items} /> : null}
              {props.banners}
              {props.children}
            </div>
          </div>
        </main>
      </div>
      <PublicFooter council={council} />
    </Document>
  );
}
