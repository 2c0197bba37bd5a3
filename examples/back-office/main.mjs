// A back office to try Frontdoor with: it plays the council tax and benefits system of a council. See README.md.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerTo, publishAward } from './answer-to.mjs';
import { awardFrom } from './award.mjs';
import { decide } from './decide.mjs';
import { listPage } from './list-page.mjs';
import { openStore } from './store.mjs';
import { verify } from './verify.mjs';

const {
  PORT = '3100',
  BACK_OFFICE_SECRET = '',
  BACK_OFFICE_FILE = 'back-office.json',
  FRONTDOOR_TOKEN = '',
} = process.env;
const MOST_BYTES = 1_000_000;

if (BACK_OFFICE_SECRET === '') {
  process.stderr.write('Set BACK_OFFICE_SECRET to the secret that Frontdoor signs with ("whsec_…").\n');
  process.exit(1);
}

const store = openStore(BACK_OFFICE_FILE);

const server = createServer((request, reply) => {
  handle(request, reply).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (!reply.headersSent) reply.writeHead(500).end();
  });
});

async function handle(request, reply) {
  const { pathname } = new URL(request.url, 'http://back-office.example');
  if (request.method === 'POST' && pathname === '/hand-overs') return take(request, reply);
  const [, id] = /^\/records\/([\w-]+)\/decision$/.exec(pathname) ?? [];
  if (request.method === 'POST' && id !== undefined) return decideByHand(request, reply, id);
  const [, paid] = /^\/records\/([\w-]+)\/award$/.exec(pathname) ?? [];
  if (request.method === 'POST' && paid !== undefined) return pay(request, reply, paid);
  if (request.method === 'GET' && pathname === '/') {
    return reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(listPage(store.all()));
  }
  return reply.writeHead(404).end();
}

/** Take a hand-over. The same id again is the same hand-over, and gets the same answer. */
async function take(request, reply) {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return reply.writeHead(413).end();
  const body = await text(request);
  if (!verify(BACK_OFFICE_SECRET, request.headers, body)) return reply.writeHead(401).end();
  const { data } = JSON.parse(body);
  const record = store.find(data.id) ?? store.add(data, decide(data));
  reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(record.answer));
}

/** An officer at this back office decides what could not go straight through: the answer goes by REST. */
async function decideByHand(request, reply, id) {
  const form = new URLSearchParams(await text(request));
  const record = store.find(id);
  if (!record) return reply.writeHead(404).end();
  const answer = {
    id: `${record.answer.reference}-officer`,
    reference: record.answer.reference,
    result: form.get('result') ?? 'granted',
    words: form.get('words') || undefined,
  };
  const status = await answerTo(record.data.answerTo, FRONTDOOR_TOKEN, answer);
  if (status < 300) store.decide(id, answer);
  reply.writeHead(303, { location: `/?sent=${status}` }).end();
}

/** An officer says what is paid a week, or corrects it: the award goes to Frontdoor under a revision of its own. */
async function pay(request, reply, id) {
  const form = new URLSearchParams(await text(request));
  const record = store.find(id);
  const weekly = Math.round(Number(form.get('weekly')) * 100);
  if (!record || !Number.isInteger(weekly) || weekly < 1) return reply.writeHead(record ? 400 : 404).end();
  const revision = (record.award?.revision ?? 0) + 1;
  const to = form.get('to') ?? 'customer';
  const award = awardFrom({ service: record.data.service, weekly, to, revision, day: new Date() });
  const address = `${record.data.awardsTo}/${record.answer.reference}`;
  const status = await publishAward(address, FRONTDOOR_TOKEN, award);
  if (status < 300) store.pay(id, award);
  reply.writeHead(303, { location: `/?sent=${status}` }).end();
}

server.listen(Number(PORT), '127.0.0.1', () => {
  process.stdout.write(`The back office is ready at http://127.0.0.1:${server.address().port}\n`);
});
