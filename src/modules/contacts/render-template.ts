import { TEMPLATE_VARIABLES, type TemplateVariable } from '#modules/councils';
import type { TemplateVersion } from './council-words.ts';
import { plainWords } from './plain-words.ts';

/** What is filled in: the variables that `councils check` allows, and nothing else ever. */
export type MessageVariables = Partial<Record<TemplateVariable, string>>;

export interface Rendered {
  subject: string | null;
  body: string;
}

/** With the comma before it, which goes with a variable that was not given: "Kay Lewis, " says that something is missing. */
const VARIABLE = /(,[ \t]*)?\{\{\s*([^{}]*?)\s*\}\}/g;
const MOST_SMS_CHARACTERS = 612;
/** A path on our own door; two slashes would name another host. */
const OWN_PATH = /^\/(?!\/)[\w\-/?=&.~%]*$/;
const MAIL_ADDRESS = /^[^\s@<>()[\]]+@[^\s@<>()[\]]+$/;

/** Stands for the address of the front door until the message leaves: only then is it known which door that is. */
const HOME = '{{home}}';
/** Stands for a sealed code until the message leaves. */
const CODE = '{{code}}';

/**
 * Fill a template in for one channel. A person's words lose everything that could become markup or a link; only `track`,
 * a path of our own such as "/track/K7M3-QX9T", becomes one, and the team's inbox stays an address.
 * A variable that was not given leaves nothing behind: no "{{name}}", and no comma that stood before it.
 */
export function renderTemplate(
  template: TemplateVersion,
  channel: 'email' | 'sms' | 'letter',
  variables: MessageVariables,
): Rendered {
  const fill = (text: string) =>
    text.replace(VARIABLE, (_, comma = '', name: string) => {
      const filling = fillingFor(name, variables);
      return filling === '' ? '' : `${comma}${filling}`;
    });
  if (channel === 'sms') {
    const text = tidy(fill(template.sms ?? template.body));
    return { subject: null, body: [...text].slice(0, MOST_SMS_CHARACTERS).join('') };
  }
  const body = channel === 'letter' ? (template.letter ?? template.body) : template.body;
  return { subject: fill(template.subject).replace(/\s+/g, ' ').trim(), body: tidy(fill(body)) };
}

/** A sentence with its link under an email. `path` is one of our own door; without one nothing is added. */
export function withLinkUnder(body: string, { say, path }: { say: string; path: string }): string {
  return OWN_PATH.test(path) ? `${body}\n\n${say}\n${HOME}${path}` : body;
}

/** The text of a message as its reader gets it, with the whole address of each link. */
export function withAddresses(body: string, publicUrl: string): string {
  return body.replaceAll(HOME, publicUrl);
}

/** The same with its code, which stands nowhere else in the open; undefined once it is gone. */
export function withCode(body: string, code: string | undefined): string {
  return body.replaceAll(CODE, code ?? '(this code is too old: please ask for another)');
}

function fillingFor(name: string, variables: MessageVariables): string {
  if (!isVariable(name)) return '';
  const value = variables[name] ?? '';
  if (name === 'code') return CODE;
  if (name === 'track' && OWN_PATH.test(value)) return HOME + value;
  if (name === 'inbox' && MAIL_ADDRESS.test(value)) return value;
  // The council's own words alone, with the address of the tribunal where there is one.
  if (name === 'challenge') return value.replace(/\s+/g, ' ').trim();
  return plainWords(value);
}

function isVariable(name: string): name is TemplateVariable {
  return (TEMPLATE_VARIABLES as readonly string[]).includes(name);
}

// A variable that was empty can leave blanks behind ("Hello ,"); at most one empty line stands between paragraphs.
function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, '')
    .replace(/[ \t]+,/g, ',')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
