import { phoneKey } from '#modules/customers';
import { EMAIL_MESSAGE, isEmail, PHONE_MESSAGE } from '#modules/questions';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';

interface Contact {
  name: string;
  email: string;
  phone: string;
}

type ReadContact =
  | { ok: true; contact: Contact }
  | { ok: false; values: Contact & Record<string, string>; errors: Record<string, string> };

const LONGEST = { name: 200, phone: 40 };

/**
 * Name, email and phone as typed. A service that may be used without a name takes none of them; any other needs a name
 * and one way to reach the person, whichever they like.
 */
export function readContact(form: SubmittedForm, mayBeAnonymous: boolean): ReadContact {
  const contact = { name: line(form, 'name'), email: line(form, 'email'), phone: line(form, 'phone') };
  const errors = { ...shapeErrors(contact), ...(mayBeAnonymous ? {} : absenceErrors(contact)) };
  return Object.keys(errors).length === 0 ? { ok: true, contact } : { ok: false, values: contact, errors };
}

function shapeErrors({ name, email, phone }: Contact): Record<string, string> {
  return {
    ...(name.length > LONGEST.name && { name: `Use ${LONGEST.name} characters or fewer for your name` }),
    ...(email !== '' && !isEmail(email) && { email: EMAIL_MESSAGE }),
    ...(phone !== '' && (phone.length > LONGEST.phone || phoneKey(phone) === null) && { phone: PHONE_MESSAGE }),
  };
}

function absenceErrors({ name, email, phone }: Contact): Record<string, string> {
  return {
    ...(name === '' && { name: 'Enter your name' }),
    ...(email === '' &&
      phone === '' && { email: 'Enter an email address or a phone number, so that we can tell you when it is done' }),
  };
}

function line(form: SubmittedForm, name: string): string {
  return fieldOf(form, name)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
