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
import { withAddresses } from '#modules/contacts';
import { recordAct } from '#platform/audit';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { ClosedPage, ClosingPage, DataPage, type OwnData } from './closing.page.tsx';
import { onAccount } from './on-account.ts';
import { myMessages, whatsMine } from './whats-mine.ts';

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
      await inCouncil(db, account.councilId, (tx) => closeAccount(tx, clock, account));
      dropAccount(reply);
      reply.header('clear-site-data', '"cache", "cookies", "storage"');
      return seeOther(reply, '/account/closed');
    }),
  );
  door.get('/account/closed', (request, reply) => reply.html(ClosedPage(request.publicShell)));
}

async function ownData(tx: Tx, { clock, publicUrl }: Deps, account: AccountActor): Promise<OwnData> {
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
    requests,
    messages: (await myMessages(tx, account, mine)).map(({ channel, subject, body, madeAt }) => ({
      at: madeAt,
      by: channel,
      subject,
      text: withAddresses(body, publicUrl).replace(/\/open\/[\w-]{32,}/g, ''),
    })),
  };
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
