import type { HelperView, OrganisationFacts } from '#modules/accounts';

const SCOPES: Readonly<Record<string, string>> = {
  see: 'sees cases',
  ask: 'asks for them',
  messages: 'gets our messages',
};

const KINDS: Readonly<Record<string, string>> = { owner: 'owner of its account', user: 'user of its account' };

/** Who may act for a customer, and for what, as staff have to know it before they say anything. */
export function sayHelper({ name, kind, scopes, endsOn, acceptedAt }: HelperView): string {
  const what = acceptedAt
    ? scopes.map((scope) => SCOPES[scope] ?? scope).join(', ')
    : 'has not answered yet: tell them nothing';
  return `${name} (${KINDS[kind] ?? kind}): ${what}${endsOn ? `, until ${endsOn}` : ''}`;
}

/** What an organisation's owner said of it: staff must not take it for checked. */
export function sayOrganisation({ kind, number, isClosed }: OrganisationFacts): string {
  const said = `${kind.replace('-', ' ')}${number === null ? '' : `, number ${number}`} (as its owner typed it)`;
  return isClosed ? `${said}; its account is closed` : said;
}
