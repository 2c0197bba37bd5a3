import type { Config } from '#config';
import { notifyTransport } from '#platform/mail/notify-transport';
import { smtpTransport } from '#platform/mail/smtp-transport';
import type { MessageTransports, Transport } from '#platform/transports';

/**
 * The ways out that the environment names. A channel without one keeps its messages in the outbox, "not sent".
 * Where both could send email, SMTP is taken: it needs nothing outside the council.
 */
export function transportsOf({ smtp, notify }: Config): MessageTransports {
  return {
    email: smtp ? smtpTransport(smtp) : byNotify('email', notify),
    sms: byNotify('sms', notify),
    letter: null,
  };
}

function byNotify(channel: 'email' | 'sms', notify: Config['notify']): Transport | null {
  const template = channel === 'email' ? notify?.emailTemplate : notify?.smsTemplate;
  return notify && template ? notifyTransport(channel, { ...notify, template }) : null;
}
