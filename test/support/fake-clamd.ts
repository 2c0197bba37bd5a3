import { createServer, type Socket } from 'node:net';
import type { ClamdAddress } from '#platform/clamd';
import { atEndOfFile } from './endings.ts';

/** The harmless text that every scanner calls a virus, in halves, so that no scanner finds it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

type Behaviour = 'scan' | 'garbage' | 'cut-off' | 'silent' | 'hang-up' | 'too-large' | 'endless';

export interface FakeClamd {
  address: ClamdAddress;
  /** How it answers from now on. */
  behaves: (how: Behaviour) => void;
  /** The bytes of every stream that it was sent whole. */
  scanned: Buffer[];
}

const ANSWERS: Partial<Record<Behaviour, string>> = {
  garbage: 'HTTP/1.1 400 Bad Request\0',
  'cut-off': 'stream: O',
  'too-large': 'INSTREAM size limit exceeded. ERROR\0',
};

/** ClamAV's daemon as it answers at the wire, on loopback; it ends with the test file. */
export async function fakeClamd(): Promise<FakeClamd> {
  let how: Behaviour = 'scan';
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (how === 'hang-up') return void socket.destroy();
    let got = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      got = Buffer.concat([got, chunk]);
      const bytes = wholeStream(got);
      if (!bytes) return;
      scanned.push(bytes);
      if (how === 'endless') return void socket.write('stream: '.repeat(1_000));
      const answer = how === 'scan' ? verdictOf(bytes) : ANSWERS[how];
      if (answer !== undefined) socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEndOfFile(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { address: { host: '127.0.0.1', port }, behaves: (next) => (how = next), scanned };
}

const verdictOf = (bytes: Buffer): string =>
  bytes.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0';

const COMMAND = Buffer.from('zINSTREAM\0');

/** What was streamed, once its end is there; undefined while it is not. */
function wholeStream(got: Buffer): Buffer | undefined {
  if (!got.subarray(0, COMMAND.length).equals(COMMAND)) return undefined;
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
