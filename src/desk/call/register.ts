import { identifyContact } from '#modules/contacts';
import { type NewReach, type RegisterResult, registerCustomer } from '#modules/customers';
import { POSTCODE_MESSAGES, searchPlaces } from '#modules/places';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Values } from '#ui';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';
import { startAgainFor } from './start-again.ts';

const FIELDS = ['name', 'house', 'postcode', 'phone', 'email', 'born', 'prefers'] as const;

/** Put the caller on record. People who may be them already are shown first, with reasons. */
export async function register(call: Call): Promise<CallAnswer> {
  const { tx, deps, actor, contact, form } = call;
  const values = valuesOf(form);
  const born = fieldOf(form, 'born').trim();
  const result = await registerCustomer(tx, deps.clock, actor, {
    name: oneLine(fieldOf(form, 'name')),
    bornOn: born === '' ? null : born,
    ...(await homeOf(call)),
    reaches: reachesOf(form),
    source: contact.channel,
    notTheseIds: form.fields['not-these'] ?? [],
    emailAsked: true,
  });
  if (!result.ok) return refused(result, values);
  const identified = await identifyContact(tx, deps.clock, actor, {
    contactId: contact.id,
    customerId: result.customerId,
  });
  if (!identified.ok) return refusedCall(identified.refusal, values);
  await startAgainFor(call, result.customerId);
  return { to: callPath(contact.id) };
}

/** The address as the gazetteer has it, where house and postcode name one; else as it was said. */
async function homeOf({ tx, actor, form }: Call) {
  const [house, postcode] = [oneLine(fieldOf(form, 'house')), oneLine(fieldOf(form, 'postcode'))];
  if (house === '' || postcode === '') return { address: house || null, postcode: postcode || null };
  const found = await searchPlaces(tx, actor.councilId, `${house} ${postcode}`);
  const [only, ...more] = found;
  if (only?.kind !== 'address' || more.length > 0) return { address: house, postcode };
  const { uprn, line, postcode: written } = only.address;
  return { uprn, address: line, postcode: written };
}

function reachesOf(form: SubmittedForm): NewReach[] {
  const prefers = fieldOf(form, 'prefers');
  return (['phone', 'email'] as const).flatMap((kind) => {
    const value = oneLine(fieldOf(form, kind));
    return value === '' ? [] : [{ kind, value, isPreferred: prefers === kind }];
  });
}

const MESSAGES: Readonly<Record<string, [field: string, message: string]>> = {
  'no-name': ['name', 'Enter the full name'],
  'not-a-postcode': ['postcode', POSTCODE_MESSAGES['not-a-postcode']],
  'not-a-date': ['born', 'Enter a real date of birth, like 1956-03-27'],
  'not-a-phone-number': ['phone', 'Enter a phone number with its area code, like 01375 123456'],
  'not-an-email-address': ['email', 'Enter an email address like name@example.com'],
  'not-allowed': ['name', 'Your sign-in does not let you register customers'],
};

function refused(result: Extract<RegisterResult, { ok: false }>, values: Values): CallAnswer {
  if (result.refusal === 'may-be-known') {
    const name = 'Look at who may be the same person. Choose one of them, or say that none of them is';
    return { errors: { name }, values, matches: result.matches };
  }
  const [field, message] = MESSAGES[result.refusal] ?? ['name', 'That could not be saved. Check what was typed'];
  return { errors: { [field]: message }, values };
}

function valuesOf(form: SubmittedForm): Values {
  return Object.fromEntries(FIELDS.map((field) => [field, fieldOf(form, field)]));
}

/** Control characters come from broken pastes, and PostgreSQL refuses NUL outright. */
function oneLine(typed: string): string {
  return typed
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

const LONGEST = 300;
