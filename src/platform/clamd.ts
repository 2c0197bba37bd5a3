import { connect } from 'node:net';

/** Where ClamAV's daemon listens. */
export interface ClamdAddress {
  host: string;
  port: number;
}

export type Verdict = { isClean: true } | { isClean: false; found: string };

/** A daemon that takes longer than this for a file of 15 MB is in trouble. */
const TIMEOUT_MS = 60_000;
const LONGEST_ANSWER = 4_096;
const CHUNK = 64 * 1024;

/**
 * Have clamd look at bytes, over its INSTREAM command: each chunk goes behind its length, four zero bytes end it, and one
 * line comes back. Anything but a verdict (no answer, an answer cut off, a limit of the daemon's, something that is no
 * clamd at all) throws: a file is clean only when the scanner said so.
 *
 * The protocol is this small, and the library for it decides by itself what an unknown answer means and looks for local
 * programs first; a scanner must fail closed.
 *
 * @param timeoutMs for the whole of it, milliseconds.
 * @see https://docs.clamav.net/manual/Usage/Scanning.html#clamd
 */
export async function scanWithClamd(
  { host, port }: ClamdAddress,
  bytes: Uint8Array,
  timeoutMs = TIMEOUT_MS,
): Promise<Verdict> {
  const answer = await ask({ host, port }, instream(bytes), timeoutMs);
  if (answer === 'stream: OK') return { isClean: true };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { isClean: false, found: found.slice(0, 200) };
  throw new Error(`clamd gave no verdict: ${JSON.stringify(answer.slice(0, 100))}`);
}

function* instream(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const chunk = bytes.subarray(from, from + CHUNK);
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function ask(address: ClamdAddress, sent: Iterable<Uint8Array>, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const timer = setTimeout(() => socket.destroy(new Error('clamd took too long')), timeoutMs);
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      for (const part of sent) socket.write(part);
    });
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('clamd answers without an end'));
      else if (answer.includes('\0')) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      // Without the closing zero the answer may have been cut off: "stream: OK" of half a sentence is no verdict.
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')).trim());
      else reject(new Error('clamd broke off'));
    });
  });
}
