import type { BulkScope } from '#modules/cases';
import type { Profile } from '#modules/councils';
import { allWards, instantOf } from '#modules/places';
import { isId } from '#platform/ids';

/** Which cases, as it stands in an address or in the hidden fields of a form. */
export interface ManyChoice {
  /** Ids of ticked cases; they go before everything else. */
  cases: readonly string[];
  service: string;
  team: string;
  ward: string;
  /** Calendar dates, `YYYY-MM-DD`, both included. */
  from: string;
  to: string;
}

const FIELDS = ['service', 'team', 'ward', 'from', 'to'] as const;
/** As many as a page of the worklist has, some times over. */
const MOST_TICKED = 500;

/** Read the choice out of any bag of values: a query, a form. What cannot be read is left out. */
export function choiceOf(values: Readonly<Record<string, unknown>>): ManyChoice {
  const all = [values['case'], values['cases']]
    .flat(2)
    .flatMap((value) => (typeof value === 'string' ? value.split(',') : []));
  const text = (field: string): string => {
    const value = [values[field]].flat().at(-1);
    return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
  };
  const [service = '', team = '', ward = '', from = '', to = ''] = FIELDS.map(text);
  const cases = [...new Set(all.filter(isId))].slice(0, MOST_TICKED);
  return { cases, service, team, ward, from: dateOrNone(from), to: dateOrNone(to) };
}

const LONGEST = 100;

function dateOrNone(text: string): string {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return '';
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : '';
}

/** The same choice for the next step of the way. */
export function hiddenChoice(choice: ManyChoice): Record<string, string> {
  const { cases, ...rest } = choice;
  return Object.fromEntries(Object.entries({ ...rest, cases: cases.join(',') }).filter(([, value]) => value !== ''));
}

/** @returns undefined where nothing narrow enough was chosen */
export function scopeOf(choice: ManyChoice, profile: Profile): BulkScope | undefined {
  const { cases, service, team, ward, from, to } = choice;
  if (cases.length > 0) return { caseIds: cases };
  const wardCode = ward === '' ? undefined : wardOf(ward, profile);
  if (service === '' && !isId(team) && wardCode === undefined) return undefined;
  return {
    ...(service !== '' && { service }),
    ...(isId(team) && { teamId: team }),
    ...(wardCode !== undefined && { wardCode }),
    ...(from !== '' && { openedFrom: instantOf(from, '00:00', profile.zone) }),
    ...(to !== '' && { openedTo: dayAfter(to, profile.zone) }),
  };
}

function dayAfter(date: string, zone: string): Date {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return instantOf(next, '00:00', zone);
}

/** Wards of the council by name, for a list to choose from. */
export function wardsOf({ districts }: Profile): { code: string; name: string }[] {
  return allWards()
    .flatMap(({ code, name, district }) => (name !== null && districts.includes(district) ? [{ code, name }] : []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function wardOf(code: string, profile: Profile): string | undefined {
  return wardsOf(profile).find((ward) => ward.code === code)?.code;
}
