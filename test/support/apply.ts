import type { Browser } from './browser.ts';

/** An address of the demonstration, by its postcode and its own number. */
const HOME = { postcode: 'IG11 0AE', uprn: '999000001009' };

/** What is typed for one page: one field, or several by name; of a page that is asked again, one after the other. */
type Typed = string | string[] | Record<string, string | string[]>;
export type Sheet = Readonly<Record<string, Typed>>;

/** Where a form ended: the results that were told on the way, and the last page. */
export interface Ended {
  results: string[];
  page: 'sent' | 'result' | 'stuck';
  /** The address of the last page. */
  at: string;
}

const CONTACT = { name: 'Kay Sato', email: 'kay@example.com', phone: '' };
const MOST_PAGES = 60;

/**
 * Fill in the application of a service as a person would, page after page, from a sheet of answers by page. Everything
 * that is not on the sheet ends it as stuck, with the page still open.
 */
export async function apply(browser: Browser, slug: string, sheet: Sheet): Promise<Ended> {
  const results: string[] = [];
  await browser.visit(`/services/${slug}/apply`);
  await browser.submit({}, `/services/${slug}/apply`);
  for (let page = 0; page < MOST_PAGES; page++) {
    const [, , , , kind = '', key = ''] = browser.url.split('/');
    if (kind === 'sent') return { results, page: 'sent', at: browser.url };
    if (kind === 'results') {
      results.push(key);
      if (!browser.html.includes(`action="${browser.url}"`)) return { results, page: 'result', at: browser.url };
      await browser.submit({}, browser.url);
    } else if (!(await turn(browser, sheet, kind, key))) return { results, page: 'stuck', at: browser.url };
  }
  return { results, page: 'stuck', at: browser.url };
}

async function turn(browser: Browser, sheet: Sheet, kind: string, key: string): Promise<boolean> {
  if (kind === 'contact') await browser.submit(CONTACT);
  else if (kind === 'answers') await browser.submit({}, browser.url);
  else if (kind === 'evidence') await bringIt(browser);
  else if (key === 'place') await atHome(browser);
  else {
    const typed = sheet[key] ?? (key.endsWith('.more') ? { more: 'no' } : undefined);
    if (typed === undefined) return false;
    await browser.submit(typeof typed === 'string' || Array.isArray(typed) ? { [key]: typed } : typed);
  }
  return browser.status < 400;
}

/** Each piece of evidence is shown at the counter. */
async function bringIt(browser: Browser): Promise<void> {
  const choice = browser.html.includes('name="how"') ? { how: 'in-person' } : {};
  await browser.submit(choice, browser.html.includes(`action="${browser.url}"`) ? browser.url : '');
}

async function atHome(browser: Browser): Promise<void> {
  await browser.submit({ place: HOME.postcode });
  await browser.submit({ place: HOME.uprn });
}

/** The three fields of a date. */
export function dateFields(id: string, iso: string): Record<string, string> {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${id}-day`]: day, [`${id}-month`]: month, [`${id}-year`]: year };
}
