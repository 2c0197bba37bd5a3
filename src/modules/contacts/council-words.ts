import { z } from 'zod';
import type { Tx } from '#platform/db';

const words = z.union([z.string().transform((en) => ({ en })), z.looseObject({ en: z.string() })]);

const storedTemplate = z.looseObject({
  slug: z.string(),
  subject: words,
  channels: z.array(z.enum(['email', 'sms', 'letter'])).min(1),
  when: z.string(),
  sms: z.string().optional(),
  body: z.string(),
});

export interface TemplateVersion {
  slug: string;
  version: number;
  subject: string;
  channels: ('email' | 'sms' | 'letter')[];
  /** The moment that it is written for: received, done, at-risk … */
  when: string;
  sms: string | undefined;
  body: string;
}

/** The council's message template as it stands today; a sent message keeps the version that it was written from. */
export async function currentTemplate(tx: Tx, councilId: string, slug: string): Promise<TemplateVersion | undefined> {
  const found = await currentDocument(tx, councilId, 'template', slug);
  if (!found) return undefined;
  const { subject, channels, when, sms, body } = storedTemplate.parse(found.body);
  return { slug, version: found.version, subject: subject.en, channels, when, sms, body };
}

const storedProfile = z.looseObject({
  name: z.string(),
  zone: z.string(),
  settings: z.looseObject({
    messages: z.looseObject({
      perPersonAndDay: z.int(),
      quietFrom: z.string(),
      quietTo: z.string(),
      always: z.array(z.string()).default([]),
    }),
  }),
});

export interface MessageRules {
  councilName: string;
  zone: string;
  /** Messages to one person on one local day, at most; the moments in `always` do not count against it. */
  perPersonAndDay: number;
  quietFrom: string;
  quietTo: string;
  always: readonly string[];
}

/** What the council decided about messages. A council without a profile has not been loaded: that is a bug, so it throws. */
export async function messageRules(tx: Tx, councilId: string): Promise<MessageRules> {
  const row = await tx
    .selectFrom('council_documents')
    .select('body')
    .where('council_id', '=', councilId)
    .where('kind', '=', 'profile')
    .where('is_current', '=', true)
    .executeTakeFirstOrThrow(() => new Error('this council has no profile'));
  const { name, zone, settings } = storedProfile.parse(row.body);
  const { perPersonAndDay, quietFrom, quietTo, always } = settings.messages;
  return { councilName: name, zone, perPersonAndDay, quietFrom, quietTo, always };
}

async function currentDocument(tx: Tx, councilId: string, kind: string, slug: string) {
  return tx
    .selectFrom('council_documents')
    .select(['version', 'body'])
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .where('is_current', '=', true)
    .executeTakeFirst();
}
