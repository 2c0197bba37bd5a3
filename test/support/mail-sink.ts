import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { atEndOfFile } from './endings.ts';

interface Mail {
  to: string;
  /** The Message-ID: two mails with one id are one mail to whoever reads them. */
  id: string;
  /** Head and body, as it came over the wire. */
  text: string;
}

interface MailSink {
  url: string;
  mails: readonly Mail[];
}

/** A mail server that takes everything and keeps who got which message. Ends with the test file. */
export async function startMailSink(): Promise<MailSink> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      void text(stream).then((mail) => {
        const id = /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim() ?? '';
        for (const { address } of envelope.rcptTo) mails.push({ to: address, id, text: mail });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  atEndOfFile(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  );
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${String(port)}`, mails };
}
