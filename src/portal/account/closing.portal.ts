import type { FastifyInstance } from 'fastify';
import {
  type AccountActor,
  accountView,
  choicesOf,
  closeAccount,
  dropAccount,
  helpersOf,
  prefillFor,
} from '#modules/accounts';
import { trackCase } from '#modules/cases';
import { type MessageTo, withAddresses } from '#modules/contacts';
import { deleteBegunForms } from '#modules/forms';
import { recordAct } from '#platform/audit';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { PageKey } from '../../doors/page-key.ts';
import { begunFormsOf, formOwner } from './begun-forms.ts';
import { ClosedPage, ClosingPage, DataPage, type OwnData } from './closing.page.tsx';
import { type DocumentLine, documentsOf } from './documents.ts';
import { onAccount } from './on-account.ts';
import { whatsMine } from './whats-mine.ts';

/** Take everything that is theirs along, to read or for a program; and close the account. */
export function closingPortal(door: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  door.get(
    '/account/closing',
    onAccount((request, reply) => reply.html(ClosingPage({ ...request.publicShell, token: formToken(reply) }))),
  );
  door.get(
    '/account/data',
    onAccount(async (request, reply, account) => {
      const data = await inCouncil(db, account.councilId, (tx) => ownData(tx, deps, account));
      return reply.html(DataPage({ ...request.publicShell, data }));
    }),
  );
  door.get(
    '/account/data.json',
    onAccount(async (_request, reply, account) => {
      const data = await inCouncil(db, account.councilId, (tx) => ownData(tx, deps, account));
      reply
        .header('content-disposition', 'attachment; filename="my-council-data.json"')
        .header('cache-control', 'no-store');
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(data, null, 2));
    }),
  );
  door.post(
    '/account/closing',
    onAccount(async (request, reply, account) => {
      if (fieldOf(readForm(request), 'sure') !== 'yes') {
        const errors = { sure: 'Tick that you want to close your account' };
        return reply.code(422).html(ClosingPage({ ...request.publicShell, token: formToken(reply), errors }));
      }
      const closed = await inCouncil(db, account.councilId, async (tx) => {
        const owner = await formOwner(tx, account);
        const result = await closeAccount(tx, clock, account);
        if (result.ok) await deleteBegunForms(tx, clock, account.councilId, owner);
        return result;
      });
      if (!closed.ok) {
        const errors = {
          sure: `You are the only owner of ${closed.organisations.join(', ')}. Make somebody else an owner, or close that account first`,
        };
        return reply.code(409).html(ClosingPage({ ...request.publicShell, token: formToken(reply), errors }));
      }
      dropAccount(reply);
      reply.header('clear-site-data', '"cache", "cookies", "storage"');
      return seeOther(reply, '/account/closed');
    }),
  );
  door.get('/account/closed', (request, reply) => reply.html(ClosedPage(request.publicShell)));
}

async function ownData(tx: Tx, deps: Deps, account: AccountActor): Promise<OwnData> {
  const { clock, publicUrl } = deps;
  const { councilId, clusterId, id } = account;
  const mine = await whatsMine(tx, account);
  const known = await prefillFor(tx, clock, councilId, id);
  const view = await accountView(tx, account);
  await recordAct(tx, clock, account, { act: 'account.data-taken', subjectType: 'account', subjectId: id });
  const requests = [];
  for (const { reference } of mine.cases) {
    const tracked = await trackCase(tx, councilId, { reference, isProven: true });
    if (tracked) requests.push(requestOf(tracked));
  }
  return {
    takenAt: clock.now(),
    details: { ...known, emailToSignIn: view.email, mobileToSignIn: view.mobile, accountMade: view.madeAt },
    doNotTell: await choicesOf(tx, councilId, clusterId),
    helpers: (await helpersOf(tx, clock, councilId, clusterId)).map(({ name, email, scopes, endsOn }) => ({
      name,
      email,
      scopes,
      endsOn,
    })),
    formsBegun: (await begunFormsOf(tx, deps, account)).map(({ service, forWhom, changedAt, keptUntil }) => ({
      service,
      forWhom,
      savedAt: changedAt,
      keptUntil,
    })),
    requests,
    ...(await ownDocuments(tx, account, publicUrl)),
  };
}

/** Everything that was sent and written, page after page. */
async function ownDocuments(tx: Tx, account: AccountActor, publicUrl: string) {
  const all: DocumentLine[] = [];
  let after: PageKey | undefined;
  do {
    const { lines, next } = await documentsOf(tx, account, after, DOCUMENTS_AT_ONCE);
    all.push(...lines);
    after = next ?? undefined;
  } while (after);
  return {
    files: all.flatMap((line) =>
      line.kind === 'file' ? [{ at: line.at, name: line.file.name, for: line.piece }] : [],
    ),
    messages: all.flatMap((line) => (line.kind === 'message' ? [messageOf(line.message, publicUrl)] : [])),
  };
}

const DOCUMENTS_AT_ONCE = 200;

function messageOf({ channel, subject, body, madeAt }: MessageTo, publicUrl: string) {
  const text = withAddresses(body, publicUrl).replace(/\/open\/[\w-]{32,}/g, '');
  return { at: madeAt, by: channel, subject, text };
}

function requestOf({
  reference,
  title,
  openedAt,
  place,
  entries,
  promises,
  ending,
}: NonNullable<Awaited<ReturnType<typeof trackCase>>>) {
  return {
    reference,
    title,
    openedAt,
    place,
    whatHappened: entries.map(({ at, text }) => ({ at, text })),
    promises: promises.map(({ what, dueAt, outcome }) => ({ what: what.en, dueAt, outcome })),
    ended: ending ? { how: ending.ending, why: ending.reason, at: ending.at } : null,
  };
}
