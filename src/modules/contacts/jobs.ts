import { z } from 'zod';
import { defineTask } from '#platform/outbox';
import { deliverMessage } from './deliver-message.ts';
import { followLetters } from './follow-letters.ts';
import { DELIVER_MESSAGE } from './queue-delivery.ts';
import { sweepMessages } from './sweep-messages.ts';

const messagePayload = z.object({ councilId: z.uuid(), messageId: z.uuid() });

/** Every minute: look for messages that a dead worker left behind. Every hour: ask what became of letters. */
export const CONTACTS_CRONTAB = '* * * * * contacts-sweep-messages\n17 * * * * contacts-follow-letters';

export function defineContactTasks(): void {
  defineTask(DELIVER_MESSAGE, (deps, payload) => deliverMessage(deps, messagePayload.parse(payload)));
  defineTask('contacts-sweep-messages', sweepMessages);
  defineTask('contacts-follow-letters', followLetters);
}
