import { createHmac } from 'node:crypto';

/**
 * The secret of the link that leads back to a saved form. It is made anew from the draft's id when a message is written, so
 * that it is nowhere stored and each message about one draft carries the same link.
 */
export function returnToken(secret: Buffer, draftId: string): string {
  return createHmac('sha256', secret).update(`return to form ${draftId}`).digest('base64url');
}
