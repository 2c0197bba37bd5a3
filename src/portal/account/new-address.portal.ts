import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AccountActor, askForCode, type CodeAddress, readAddress } from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { sendCode } from './account-message.ts';
import { waitWords } from './address-words.ts';
import { keepCode } from './code-cookie.ts';
import { NewAddressPage } from './details.page.tsx';
import { onAccount } from './on-account.ts';
import { typedLine } from './typed-line.ts';

type Kind = 'email' | 'mobile';

const PROBLEMS: Readonly<Record<Kind, string>> = {
  email: 'Enter an email address, like name@example.com',
  mobile: 'Enter a mobile number that takes text messages, like 07700 900 982',
};

/** Another email address or mobile, proven by a code before anything changes. */
export function newAddressPortal(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'account-details', limit: 60, windowSeconds: 3600 }) };
  for (const kind of ['email', 'mobile'] as const) {
    const path = `/account/details/${kind}`;
    door.get(
      path,
      onAccount(async (request, reply) => show(request, reply, kind, { values: {} })),
    );
    door.post(
      path,
      limit,
      onAccount((request, reply, account) => take(deps, request, reply, { kind, account })),
    );
  }
}

function show(
  { publicShell }: FastifyRequest,
  reply: FastifyReply,
  kind: Kind,
  typed: { values: Values; errors?: Errors },
): FastifyReply {
  const page = NewAddressPage({ ...publicShell, kind, token: formToken(reply), ...typed });
  return reply.code(typed.errors ? 422 : 200).html(page);
}

async function take(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, account }: { kind: Kind; account: AccountActor },
): Promise<FastifyReply> {
  const typed = typedLine(readForm(request), 'address');
  const wrong = (address: string) => show(request, reply, kind, { values: { address: typed }, errors: { address } });
  const read = readAddress(typed);
  if (!read.ok || read.channel !== (kind === 'email' ? 'email' : 'sms')) return wrong(PROBLEMS[kind]);
  const asked = await ask(deps, request, account, read);
  if (!asked.ok)
    return wrong(`We have sent several codes there in the last hour. ${waitWords(asked.retryAfterSeconds)}`);
  keepCode(reply, deps, asked.token);
  return seeOther(reply, '/account/code');
}

function ask(
  deps: Deps,
  request: FastifyRequest,
  { councilId, id: accountId }: AccountActor,
  { channel, address }: CodeAddress,
) {
  return inCouncil(deps.db, councilId, async (tx) => {
    const asked = { councilId, purpose: 'address', channel, address, accountId, secret: deps.secret } as const;
    const code = await askForCode(tx, deps.clock, asked);
    if (code.ok) await sendCode(tx, deps, request, code.toSend);
    return code;
  });
}
