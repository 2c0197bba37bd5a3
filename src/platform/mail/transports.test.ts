import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMessage, Transport } from '../transports.ts';
import { notifyTransport } from './notify-transport.ts';
import { smtpTransport } from './smtp-transport.ts';

const MESSAGE: OutgoingMessage = {
  id: '01935c00-0000-7000-8000-000000000001',
  channel: 'email',
  to: 'kay@example.com',
  toName: 'Kay\r\nBcc: everyone@example.com',
  subject: 'We have your report',
  body: 'Dear Kay\n\nThe bin at 14 Orchard Road.',
  replyTo: 'refuse@estuary.example',
  fromName: 'Estuary Borough Council',
  attempt: 1,
};

describe('SMTP', () => {
  const mails: string[] = [];
  let server: SMTPServer;
  let transport: Transport;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const codes: Record<string, number> = { 'gone@example.com': 550, 'busy@example.com': 451 };
        const code = codes[address];
        done(code ? Object.assign(new Error('no'), { responseCode: code }) : null);
      },
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          mails.push(Buffer.concat(parts).toString());
          done();
        });
      },
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.server.address() as AddressInfo;
    transport = smtpTransport({ url: `smtp://127.0.0.1:${port}`, from: 'no-reply@estuary.example' });
  });
  afterAll(
    () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
      }),
  );

  test('takes a plain text mail with one recipient, whatever stands in the name', async () => {
    const result = await transport.send(MESSAGE);
    expect(result).toMatchObject({ ok: true, provider: 'smtp', providerId: `<${MESSAGE.id}@estuary.example>` });
    const mail = mails[0] ?? '';
    expect(mail).toContain('Reply-To: refuse@estuary.example');
    expect(mail).toMatch(/Content-Type: text\/plain/);
    expect(mail).not.toMatch(/^Bcc:/m);
    expect(mail).toContain('14 Orchard Road');
  });

  test('tells a mailbox that is gone from one that is busy and a server that is away', async () => {
    expect(await transport.send({ ...MESSAGE, to: 'gone@example.com' })).toMatchObject({ ok: false, again: false });
    expect(await transport.send({ ...MESSAGE, to: 'busy@example.com' })).toMatchObject({ ok: false, again: true });
    const away = smtpTransport({ url: 'smtp://127.0.0.1:1', from: 'no-reply@estuary.example' });
    expect(await away.send(MESSAGE)).toMatchObject({ ok: false, again: true });
  });
});

describe('GOV.UK Notify', () => {
  const asked: { method: string; url: string; body: Record<string, unknown> }[] = [];
  let answer: { status: number; body: object };
  let server: Server;
  let url: string;
  const key = `team-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (part: Buffer) => {
        text += part.toString();
      });
      request.on('end', () => {
        const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
        asked.push({ method: request.method ?? '', url: request.url ?? '', body });
        if (answer.status === 0) return;
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(
    () =>
      new Promise<void>((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  );
  beforeEach(() => {
    asked.length = 0;
    answer = { status: 201, body: { id: 'n-1' } };
  });
  const transport = (channel: 'email' | 'sms') => notifyTransport(channel, { apiKey: key, url, template: 't-1' });

  test('is given the message’s id as its reference, for a mail and for a text', async () => {
    expect(await transport('email').send(MESSAGE)).toEqual({ ok: true, provider: 'notify', providerId: 'n-1' });
    expect(await transport('sms').send({ ...MESSAGE, channel: 'sms', to: '+447700900123' })).toMatchObject({
      ok: true,
    });
    expect(asked.map((one) => one.url)).toEqual(['/v2/notifications/email', '/v2/notifications/sms']);
    expect(asked[0]?.body).toMatchObject({ reference: MESSAGE.id, personalisation: { body: MESSAGE.body } });
  });

  test('is asked on a second try whether it has the message already, and then not given it twice', async () => {
    answer = { status: 200, body: { notifications: [{ id: 'n-0' }] } };
    expect(await transport('email').send({ ...MESSAGE, attempt: 2 })).toMatchObject({ ok: true, providerId: 'n-0' });
    expect(asked.map(({ method }) => method)).toEqual(['GET']);
    expect(asked[0]?.url).toContain(`reference=${MESSAGE.id}`);
  });

  test('is not waited for for ever, and on the next try asked for what it may have taken', async () => {
    answer = { status: 0, body: {} };
    const slow = notifyTransport('email', { apiKey: key, url, template: 't-1', timeoutMs: 100 });
    expect(await slow.send(MESSAGE)).toMatchObject({
      ok: false,
      again: true,
      reason: expect.stringContaining('0.1') as string,
    });
    answer = { status: 200, body: { notifications: [{ id: 'n-late' }] } };
    expect(await slow.send({ ...MESSAGE, attempt: 2 })).toMatchObject({ ok: true, providerId: 'n-late' });
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test.each([
    [400, false],
    [403, true],
    [429, true],
    [500, true],
  ])('answering %i is worth another try: %s', async (status, again) => {
    answer = { status, body: { errors: [{ error: 'ValidationError', message: 'email_address is not valid' }] } };
    const result = await transport('email').send(MESSAGE);
    expect(result).toMatchObject({ ok: false, again, reason: 'ValidationError: email_address is not valid' });
  });
});
