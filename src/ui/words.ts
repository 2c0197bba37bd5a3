import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

const en = {
  back: 'Back',
  breadcrumb: 'Breadcrumb',
  change: 'Change',
  continue: 'Continue',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  error: 'Error',
  errorTitle: 'There is a problem',
  filters: 'Filters',
  applyFilters: 'Apply filters',
  clearFilters: 'Clear filters',
  removeFilter: 'Remove filter',
  hidePassword: 'Hide',
  hidePasswordLabel: 'Hide password',
  showPassword: 'Show',
  showPasswordLabel: 'Show password',
  important: 'Important',
  success: 'Success',
  kept: 'Kept',
  atRisk: 'At risk',
  onTime: 'On time',
  missed: 'Missed',
  waiting: 'Waiting',
  nothingHere: 'Nothing here',
  menu: 'Menu',
  next: 'Next',
  page: 'page',
  pageNumber: 'Page %{number}',
  pagination: 'Pages',
  previous: 'Previous',
  reference: 'Your reference',
  search: 'Search',
  find: 'Find',
  whatDoYouNeed: 'What do you need?',
  serviceInformation: 'Council and sign-in',
  siteMenu: 'Main menu',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  skip: 'Skip to main content',
  supportLinks: 'About this website',
  call: 'Call',
  warning: 'Warning',
  contents: 'Contents',
  ascending: 'sorted, lowest first',
  descending: 'sorted, highest first',
  searchEverything: 'Search everything',
  deskMenu: 'Desk',
  keys: 'Keyboard shortcuts',
  close: 'Close',
  keySearch: 'Search everything',
  keyNext: 'Next piece of work',
  keyCases: 'Go to cases',
  keyHelp: 'Show this list',
  done: 'Done',
  now: 'Now',
  toCome: 'To come',
  checkAnswers: 'Check your answers',
  useMyLocation: 'Use my location',
  locating: 'Finding where you are',
  locationFound: 'We found your location',
  locationRefused: 'We could not find your location. Type the place instead.',
  charactersAllowed: 'You can enter up to %{count} characters',
  wordsAllowed: 'You can enter up to %{count} words',
};

/** The words that components bring themselves. Everything else comes in by props. */
export type Catalogue = Readonly<Record<keyof typeof en, string>>;

const CATALOGUES: Readonly<Record<string, Catalogue>> = { en };

/** The language of the page being rendered, set by the layout. A BCP 47 tag. */
export const PageLanguage = createContext('en');

/** @returns the words of that language, by its first subtag; English where there is no catalogue. */
export function wordsFor(lang: string): Catalogue {
  return CATALOGUES[lang.split('-')[0] ?? ''] ?? en;
}

/** The words of the page that this component is part of. */
export function useWords(): Catalogue {
  return wordsFor(useContext(PageLanguage));
}
