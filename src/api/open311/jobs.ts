import { defineTask } from '#platform/outbox';
import { fetchMedia } from './fetch-media.ts';
import { FETCH_MEDIA } from './queue-media.ts';

export function defineOpen311Tasks(): void {
  defineTask(FETCH_MEDIA, (deps, payload) => fetchMedia(deps, payload));
}
