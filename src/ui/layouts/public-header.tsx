import { Header } from '../components/header/header.tsx';
import { Link } from '../components/link/link.tsx';
import { PhaseBanner } from '../components/phase-banner/phase-banner.tsx';
import { SearchField } from '../components/search-field/search-field.tsx';
import type { NavItem } from '../components/service-navigation/nav-list.tsx';
import { ServiceNavigation } from '../components/service-navigation/service-navigation.tsx';
import { useWords } from '../words.ts';
import type { CouncilFace } from './council-face.ts';

export interface SignInState {
  /** The resident who is signed in. */
  person?: { name: string; href: string } | undefined;
  /** Where to sign in. Absent where a council offers no account. */
  signInHref?: string | undefined;
}

interface PublicHeaderProps extends SignInState {
  council: CouncilFace;
  path: string;
  search?: boolean | undefined;
  searchValue?: string | undefined;
}

/** The top of every public page: whose it is, search, sign-in, main places. */
export function PublicHeader({ council, path, search = true, searchValue, ...signIn }: PublicHeaderProps) {
  const words = useWords();
  return (
    <header class="govuk-template__header">
      <Header url={council.homeHref} end={<HeaderEnd {...signIn} search={search} searchValue={searchValue} />}>
        <CouncilName council={council} />
      </Header>
      {council.nav && council.nav.length > 0 ? (
        <ServiceNavigation items={markCurrent(council.nav, path)} navLabel={words.siteMenu} />
      ) : null}
      {council.phase ? <PhaseBanner tag={council.phase.tag}>{council.phase.text}</PhaseBanner> : null}
    </header>
  );
}

/** Mark where this page is: exactly there, or somewhere below. */
export function markCurrent(nav: readonly NavItem[], path: string): NavItem[] {
  return nav.map((item) => ({
    ...item,
    current: item.href === path,
    active: item.href !== undefined && item.href !== '/' && path.startsWith(`${item.href}/`),
  }));
}

export function CouncilName({ council }: { council: CouncilFace }) {
  if (!council.logo) return <span class="fd-council">{council.name}</span>;
  return <img class="fd-logo" {...council.logo} alt={council.name} />;
}

function HeaderEnd({ search, searchValue, person, signInHref }: Omit<PublicHeaderProps, 'council' | 'path'>) {
  const words = useWords();
  return (
    <div class="fd-header-end">
      {search ? (
        <SearchField action="/search" id="site-search" quiet value={searchValue} class="fd-search--header" />
      ) : null}
      {person ? (
        <Link inverse href={person.href} class="fd-header-link">
          <span class="govuk-visually-hidden">{words.signedInAs} </span>
          {person.name}
        </Link>
      ) : null}
      {!person && signInHref ? (
        <Link inverse href={signInHref} class="fd-header-link">
          {words.signIn}
        </Link>
      ) : null}
    </div>
  );
}
