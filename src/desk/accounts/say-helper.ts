import type { HelperView } from '#modules/accounts';

const SCOPES: Readonly<Record<string, string>> = {
  see: 'sees cases',
  ask: 'asks for them',
  messages: 'gets our messages',
};

/** Who may act for a customer, and for what, as staff have to know it before they say anything. */
export function sayHelper({ name, kind, scopes, endsOn, acceptedAt }: HelperView): string {
  const what = acceptedAt
    ? scopes.map((scope) => SCOPES[scope] ?? scope).join(', ')
    : 'has not answered yet: tell them nothing';
  return `${name} (${kind}): ${what}${endsOn ? `, until ${endsOn}` : ''}`;
}
