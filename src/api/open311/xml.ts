/** What can be written as XML: a list is written as its items under one name, null as an empty element. */
export type Open311Value = string | number | boolean | null | Open311Record | readonly Open311Record[];
export interface Open311Record {
  readonly [name: string]: Open311Value;
}

/** The names that the standard gives to the items of a list, by the name of the list. */
const ITEMS: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  service_request_updates: 'request_update',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  errors: 'error',
};

/** An Open311 answer as XML. */
export function toXml(root: string, value: Open311Value): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: Open311Value): string {
  if (value === null || value === '') return `<${name}/>`;
  return `<${name}>${contentOf(name, value)}</${name}>`;
}

function contentOf(name: string, value: Exclude<Open311Value, null>): string {
  if (isList(value)) return value.map((item) => element(ITEMS[name] ?? 'item', item)).join('');
  if (typeof value !== 'object') return escaped(String(value));
  return Object.entries(value)
    .map(([key, one]) => element(key, one))
    .join('');
}

function isList(value: Exclude<Open311Value, null>): value is readonly Open311Record[] {
  return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  // Control characters cannot stand in XML 1.0 at all, not even escaped.
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}
