import nodemailer from 'nodemailer';
import type { OutgoingMessage, SendResult, Transport } from '../transports.ts';

interface SmtpOptions {
  /** smtp://user:password@host:port or smtps://… */
  url: string;
  /** The address that mail comes from; replies go to the officer's team. */
  from: string;
}

const TIMEOUT_MS = 20_000;

/** Email by SMTP, as plain text: nothing in it can be markup. The message's id is its Message-ID, so a double is seen as one. */
export function smtpTransport({ url, from }: SmtpOptions): Transport {
  const connection = nodemailer.createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@')[1] ?? 'localhost';
  return {
    name: 'smtp',
    async send(message) {
      try {
        const sent = await connection.sendMail(envelope(message, from, domain));
        return { ok: true, provider: 'smtp', providerId: sent.messageId };
      } catch (error) {
        return refusal(error);
      }
    },
  };
}

function envelope(message: OutgoingMessage, from: string, domain: string) {
  return {
    from: { name: message.fromName, address: from },
    to: { name: message.toName ?? '', address: message.to },
    ...(message.replyTo !== null && { replyTo: message.replyTo }),
    subject: message.subject ?? '',
    text: message.body,
    messageId: `<${message.id}@${domain}>`,
    // Automatic answers (out of office) are not answered again: RFC 3834.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

const PERMANENT_FROM = 500;

/** A 5xx answer to this mail is final; a wrong password, a server that is away or a 4xx answer may pass. */
function refusal(error: unknown): SendResult {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  const isFinal = code === 'EENVELOPE' && (responseCode ?? PERMANENT_FROM) >= PERMANENT_FROM;
  const isRefusedBody = code === 'EMESSAGE' && (responseCode ?? 0) >= PERMANENT_FROM;
  return { ok: false, provider: 'smtp', again: !(isFinal || isRefusedBody), reason: message ?? String(error) };
}
