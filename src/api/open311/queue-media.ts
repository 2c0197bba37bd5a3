import type { MachineActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/outbox';
import { Open311Error } from './open311-error.ts';

export const FETCH_MEDIA = 'open311.fetch-media';
const MOST_LINKS = 6;
const LONGEST_LINK = 2_000;

interface Media {
  caseId: string;
  /** As `mediaLinks` gives them. */
  links: readonly string[];
}

/** Keep the links to photos to be fetched by the queue: nothing outside is asked while the client waits. */
export async function queueMedia(tx: Tx, actor: MachineActor, { caseId, links }: Media): Promise<void> {
  for (const url of links) {
    const payload = { councilId: actor.councilId, caseId, url, sender: { id: actor.id, name: actor.name } };
    await enqueue(tx, FETCH_MEDIA, payload, { key: `${FETCH_MEDIA}:${caseId}:${url}` });
  }
}

/**
 * The links to photos that were given, each once; an empty one is none.
 *
 * @throws Open311Error 400 for what is no link, or for too many: left out without a word, the photo would be lost
 */
export function mediaLinks(fields: Readonly<Record<string, readonly string[]>>): string[] {
  const given = [...(fields['media_url'] ?? []), ...(fields['media_url[]'] ?? [])].map((url) => url.trim());
  const links = [...new Set(given)].filter((url) => url !== '');
  if (!links.every(isLink))
    throw new Open311Error(400, `media_url must be an http or https address of ${LONGEST_LINK} characters or fewer.`);
  if (links.length > MOST_LINKS) throw new Open311Error(400, `media_url can be given ${MOST_LINKS} times at most.`);
  return links;
}

function isLink(url: string): boolean {
  return url.length <= LONGEST_LINK && /^https?:\/\//i.test(url) && URL.canParse(url);
}
