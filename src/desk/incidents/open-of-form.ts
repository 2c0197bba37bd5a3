import { type IncidentArea, type OpenIncidentRefusal, openIncident } from '#modules/cases';
import { councilConfig, type Profile } from '#modules/councils';
import { allWards, normalisePostcode, streetsNamed } from '#modules/places';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Errors } from '#ui';
import { type Outcome, typedText } from '../../doors/act.ts';
import { dateOfParts } from '../read-due.ts';

interface OpenPress {
  tx: Tx;
  deps: Deps;
  actor: StaffActor;
  form: SubmittedForm;
}

const FIELDS = ['title', 'message', 'round', 'on-day', 'on-month', 'on-year', 'streets', 'postcodes', 'wards'] as const;
const LONGEST_MESSAGE = 1_000;
const LONGEST_TITLE = 200;
const MOST_PLACES = 200;

const MESSAGES: Readonly<Record<OpenIncidentRefusal, [field: string, message: string]>> = {
  'not-allowed': ['title', 'Your sign-in does not open incidents. Ask a manager or the team that does the work'],
  'unknown-kind': ['what', 'Choose what happened again: the council has no such kind of incident now'],
  'not-its-service': ['what', 'Choose what happened again: it is not about that service'],
  'nothing-said': ['message', 'Write what everybody is told'],
  'no-place': ['streets', 'Say where: a round, a street, a postcode or a ward'],
  'no-team': ['what', 'The team that deals with this does not work any more. Ask the administrator'],
  'no-promise': ['what', 'Its promise could not be made. Ask the administrator to look at the standard'],
};

/** Open an incident from what was typed: `what` is `<kind>.<service>`. */
export async function openOfForm({ tx, deps, actor, form }: OpenPress): Promise<Outcome> {
  const values = Object.fromEntries(FIELDS.map((field) => [field, fieldOf(form, field)]));
  const [kind = '', service = ''] = fieldOf(form, 'what').split('.');
  const title = typedText(fieldOf(form, 'title')).replace(/\s+/g, ' ');
  const message = typedText(fieldOf(form, 'message'));
  const { profile, rounds } = await councilConfig(tx, actor.councilId);
  const area = await readArea(tx, actor.councilId, form, profile);
  const round = fieldOf(form, 'round');
  const onDate = round === '' ? null : dateOfParts(form, 'on');
  const errors: Errors = {
    ...wordErrors(title, message),
    ...area.errors,
    ...(round !== '' && !rounds.has(round) && { round: 'Choose a round from the list' }),
    ...(round !== '' && onDate === null && { on: 'Enter the day of the round, like 24 11 2026' }),
  };
  if (Object.keys(errors).length > 0) return { errors, values };
  const opened = await openIncident(tx, deps.clock, actor, {
    kind,
    service,
    title,
    message,
    roundSlug: round === '' ? null : round,
    onDate,
    area: area.area,
  });
  if (opened.ok) return { to: `/desk/incidents/${opened.reference}` };
  const [field, words] = MESSAGES[opened.refusal];
  return { errors: { [field]: words }, values };
}

function wordErrors(title: string, message: string): Errors {
  return {
    ...(title === '' && { title: 'Write in a few words what happened, for colleagues' }),
    ...(title.length > LONGEST_TITLE && { title: `Use ${LONGEST_TITLE} characters or fewer` }),
    ...(message === '' && { message: 'Write what everybody is told' }),
    ...(message.length > LONGEST_MESSAGE && { message: 'Use 1,000 characters or fewer' }),
  };
}

async function readArea(
  tx: Tx,
  councilId: string,
  form: SubmittedForm,
  profile: Profile,
): Promise<{ area: IncidentArea; errors: Errors }> {
  const streets = await streetsNamed(tx, councilId, listed(fieldOf(form, 'streets')));
  const postcodes = listed(fieldOf(form, 'postcodes')).map((typed) => ({ typed, read: normalisePostcode(typed) }));
  const wards = listed(fieldOf(form, 'wards')).map((typed) => ({ typed, code: wardCode(typed, profile) }));
  const errors = {
    ...unknown(
      'streets',
      'The gazetteer has no street called',
      streets.filter(({ key }) => key === undefined),
    ),
    ...unknown(
      'postcodes',
      'This is not a postcode:',
      postcodes.filter(({ read }) => !read.ok),
    ),
    ...unknown(
      'wards',
      'This is not one of our wards:',
      wards.filter(({ code }) => code === undefined),
    ),
  };
  const area = {
    streets: [...new Set(streets.flatMap(({ key }) => key ?? []))],
    postcodes: [...new Set(postcodes.flatMap(({ read }) => (read.ok ? read.postcode : [])))],
    wards: [...new Set(wards.flatMap(({ code }) => code ?? []))],
  };
  return { area, errors };
}

/** What was typed one a line, or with commas between. */
function listed(typed: string): string[] {
  return typed
    .split(/[,;\n\r]+/)
    .map((one) => one.replace(/\p{Cc}/gu, ' ').trim())
    .filter((one) => one !== '')
    .slice(0, MOST_PLACES);
}

function wardCode(typed: string, { districts }: Profile): string | undefined {
  const wanted = typed.toLowerCase();
  const ours = allWards().filter(({ district }) => districts.includes(district));
  return ours.find(({ code, name }) => name?.toLowerCase() === wanted || code.toLowerCase() === wanted)?.code;
}

function unknown(field: string, said: string, wrong: readonly { typed: string }[]): Errors {
  if (wrong.length === 0) return {};
  return { [field]: `${said} ${wrong.map(({ typed }) => `“${typed.slice(0, 60)}”`).join(', ')}` };
}
