import type { ComponentChildren } from 'preact';
import { ErrorSummary, errorItems } from '../components/error-summary/error-summary.tsx';
import type { NavItem } from '../components/service-navigation/nav-list.tsx';
import { SkipLink } from '../components/skip-link/skip-link.tsx';
import type { Errors } from '../form-state.ts';
import { wordsFor } from '../words.ts';
import type { CouncilFace } from './council-face.ts';
import { DeskBar, type DeskPerson } from './desk-bar.tsx';
import { DeskKeys } from './desk-keys.tsx';
import { Document, documentTitle } from './document.tsx';

export interface DeskPageProps {
  council: CouncilFace;
  title: string;
  path: string;
  person: DeskPerson;
  nav: readonly NavItem[];
  lang?: string | undefined;
  errors?: Errors | undefined;
  /** Queue, own state, today: short pieces in the bar. */
  status?: ComponentChildren;
  searchValue?: string | undefined;
  searchHidden?: Readonly<Record<string, string>> | undefined;
  /** Notification banners. */
  banners?: ComponentChildren;
  /** Server-sent events whose `announce` messages are read out politely. */
  liveHref?: string | undefined;
  /** Where `n` goes: the next piece of work. */
  nextHref?: string | undefined;
  scripts?: readonly string[] | undefined;
  children: ComponentChildren;
}

/** Every page that staff see: dense, calm, nothing moves under the hand. */
export function DeskPage({ council, title, errors = {}, lang = 'en', ...props }: DeskPageProps) {
  const words = wordsFor(lang);
  const items = errorItems(errors);
  const fullTitle = documentTitle(title, council, items.length > 0 ? words.error : undefined);
  return (
    <Document kind="desk" title={fullTitle} council={council} lang={lang} scripts={props.scripts} class="fd-desk">
      <SkipLink href="#main-content" />
      <DeskBar {...props} council={council} />
      <main class="fd-desk__main" id="main-content" data-next={props.nextHref}>
        {items.length > 0 ? <ErrorSummary items={items} /> : null}
        {props.banners}
        {props.children}
      </main>
      <p class="govuk-visually-hidden" role="status" id="announcements" data-live={props.liveHref} />
      <DeskKeys />
    </Document>
  );
}
