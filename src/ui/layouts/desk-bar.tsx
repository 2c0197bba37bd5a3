import type { ComponentChildren } from 'preact';
import { SearchField } from '../components/search-field/search-field.tsx';
import type { NavItem } from '../components/service-navigation/nav-list.tsx';
import { href } from '../href.ts';
import { useWords } from '../words.ts';
import type { CouncilFace } from './council-face.ts';
import { markCurrent } from './public-header.tsx';

export interface DeskPerson {
  name: string;
  /** Role or teams: "Waste, Housing". */
  role: string;
  href?: string | undefined;
  /** A form with a POST that ends the session, made by the door. */
  signOut?: ComponentChildren;
}

interface DeskBarProps {
  council: CouncilFace;
  path: string;
  person: DeskPerson;
  nav: readonly NavItem[];
  status?: ComponentChildren;
  searchValue?: string | undefined;
  /** The token that a search by POST carries. */
  searchHidden?: Readonly<Record<string, string>> | undefined;
}

/** The bar of the desk: state of the day, search everything, who is signed in, main places. */
export function DeskBar({ council, path, person, nav, status, searchValue, searchHidden }: DeskBarProps) {
  const words = useWords();
  return (
    <header class="fd-desk-bar">
      <div class="fd-desk-bar__row">
        <a class="fd-desk-bar__name" href={href(council.homeHref ?? '/desk')}>
          {council.name}
        </a>
        <div class="fd-desk-bar__status">{status}</div>
        <SearchField
          action="/desk/search"
          id="desk-search"
          label={words.searchEverything}
          placeholder={`/ ${words.searchEverything.toLowerCase()}`}
          value={searchValue}
          quiet
          method="post"
          hidden={searchHidden}
          class="fd-search--desk"
        />
        <div class="fd-desk-bar__person">
          {person.href ? <a href={href(person.href)}>{person.name}</a> : <span>{person.name}</span>}
          <span class="fd-desk-bar__role">{person.role}</span>
          {person.signOut}
        </div>
      </div>
      <nav class="fd-desk-nav" aria-label={words.deskMenu}>
        <ul class="fd-desk-nav__list">
          {markCurrent(nav, path).map((item) => (
            <li key={item.href}>
              <a
                class="fd-desk-nav__link"
                href={href(item.href ?? '')}
                aria-current={item.current ? 'page' : item.active ? 'true' : undefined}
                {...item.attrs}
              >
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
