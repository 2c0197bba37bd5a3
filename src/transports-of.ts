import type { Config } from '#config';
import type { MessageTransports, Transport } from '#platform/transports';

/**
 * The ways out that the environment names. A channel without one keeps its messages in the outbox, "not sent".
 * Where both could send email, SMTP is taken: it needs nothing outside the council.
 */
export async function transportsOf({ smtp, notify }: Config): Promise<MessageTransports> {
  return {
    email: smtp ? await bySmtp(smtp) : await byNotify('email', notify),
    sms: await byNotify('sms', notify),
    letter: await letterByNotify(notify),
  };
}

// Each is loaded only where it is used: together they weigh as much as the rest of a page server.
async function bySmtp(smtp: NonNullable<Config['smtp']>): Promise<Transport> {
  const { smtpTransport } = await import('#platform/mail/smtp-transport');
  return smtpTransport(smtp);
}

async function byNotify(channel: 'email' | 'sms', notify: Config['notify']): Promise<Transport | null> {
  const template = channel === 'email' ? notify?.emailTemplate : notify?.smsTemplate;
  if (!notify || !template) return null;
  const { notifyTransport } = await import('#platform/mail/notify-transport');
  return notifyTransport(channel, { ...notify, template });
}

async function letterByNotify(notify: Config['notify']): Promise<Transport | null> {
  if (!notify?.letterTemplate) return null;
  const { notifyLetters } = await import('#platform/mail/notify-letters');
  return notifyLetters({ ...notify, template: notify.letterTemplate });
}
