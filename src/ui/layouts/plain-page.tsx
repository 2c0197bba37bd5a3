import type { ComponentChildren } from 'preact';
import { ErrorSummary, errorItems } from '../components/error-summary/error-summary.tsx';
import { SkipLink } from '../components/skip-link/skip-link.tsx';
import type { Errors } from '../form-state.ts';
import { wordsFor } from '../words.ts';
import type { CouncilFace } from './council-face.ts';
import { Document, documentTitle } from './document.tsx';
import { PhoneLine } from './public-footer.tsx';
import { CouncilName } from './public-header.tsx';

export interface PlainPageProps {
  council: CouncilFace;
  title: string;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  errors?: Errors | undefined;
  /** Made for paper: no header colour, sheet margins. */
  print?: boolean | undefined;
  wide?: boolean | undefined;
  scripts?: readonly string[] | undefined;
  children: ComponentChildren;
}

/** A page that stands alone: an error, a partner's job link, a sheet to print. No navigation to get lost in. */
export function PlainPage({ council, title, lang = 'en', dir, errors = {}, ...props }: PlainPageProps) {
  const items = errorItems(errors);
  const errorWord = items.length > 0 ? wordsFor(lang).error : undefined;
  return (
    <Document
      kind="public"
      title={documentTitle(title, council, errorWord)}
      council={council}
      lang={lang}
      dir={dir}
      scripts={props.scripts}
      class={props.print ? 'fd-sheet' : 'fd-plain'}
    >
      <SkipLink href="#main-content" />
      <header class="govuk-width-container fd-plain__header">
        <CouncilName council={council} />
      </header>
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="main-content">
          <div class={props.wide || props.print ? undefined : 'fd-measure'}>
            {items.length > 0 ? <ErrorSummary items={items} /> : null}
            {props.children}
          </div>
        </main>
      </div>
      {council.phone ? (
        <footer class="govuk-width-container fd-plain__footer">
          <PhoneLine phone={council.phone} hours={council.phoneHours} />
        </footer>
      ) : null}
    </Document>
  );
}
