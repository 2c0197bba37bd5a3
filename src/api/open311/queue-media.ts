import type { MachineActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { enqueue } from '#platform/outbox';

export const FETCH_MEDIA = 'open311.fetch-media';
const MOST_LINKS = 6;
const LONGEST_LINK = 2_000;

interface Media {
  caseId: string;
  fields: Readonly<Record<string, readonly string[]>>;
}

/** Keep the links to photos to be fetched by the queue: nothing outside is asked while the client waits. */
export async function queueMedia(tx: Tx, actor: MachineActor, { caseId, fields }: Media): Promise<void> {
  for (const url of mediaLinks(fields)) {
    const payload = { councilId: actor.councilId, caseId, url, sender: { id: actor.id, name: actor.name } };
    await enqueue(tx, FETCH_MEDIA, payload, { key: `${FETCH_MEDIA}:${caseId}:${url}` });
  }
}

/** The links that were given, each once. What is not a link is no photo, and is left out. */
function mediaLinks(fields: Media['fields']): string[] {
  const given = [...(fields['media_url'] ?? []), ...(fields['media_url[]'] ?? [])].map((url) => url.trim());
  const links = given.filter((url) => url.length <= LONGEST_LINK && /^https?:\/\//i.test(url));
  return [...new Set(links)].slice(0, MOST_LINKS);
}
