import { ACCOUNT_MOMENTS, councilConfig, english } from '#modules/councils';
import type { Tx } from '#platform/db';

export interface TemplateVersion {
  slug: string;
  version: number;
  subject: string;
  channels: readonly ('email' | 'sms' | 'letter')[];
  /** The moment that it is written for: received, done, at-risk … */
  when: string;
  sms: string | undefined;
  letter: string | undefined;
  body: string;
}

/** The council's message template as it stands today; a sent message keeps the version that it was written from. */
export async function currentTemplate(tx: Tx, councilId: string, slug: string): Promise<TemplateVersion | undefined> {
  const template = (await councilConfig(tx, councilId)).templates.get(slug);
  if (!template) return undefined;
  const { version, channels, when, sms, letter, body } = template;
  return { slug, version, subject: english(template.subject), channels, when, sms, letter, body };
}

export interface MessageRules {
  councilName: string;
  zone: string;
  /** Messages to one person on one local day, at most; the moments in `always` do not count against it. */
  perPersonAndDay: number;
  quietFrom: string;
  quietTo: string;
  always: readonly string[];
}

/** What the council decided about messages. */
export async function messageRules(tx: Tx, councilId: string): Promise<MessageRules> {
  const { name, zone, settings } = (await councilConfig(tx, councilId)).profile;
  const { messages } = settings;
  return { councilName: name, zone, ...messages, always: [...messages.always, ...ACCOUNT_MOMENTS] };
}
