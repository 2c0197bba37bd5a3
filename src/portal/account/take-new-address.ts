import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountOf, type Challenge, type CodeAddress, changeWayIn } from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { seeOther } from '#platform/http/request';
import { accountMessage } from './account-message.ts';
import { dropCode } from './code-cookie.ts';
import { tellOfChange } from './tell-of-change.ts';

/** The code for a new address was right: it takes the place of the old one, which is told of it. */
export async function takeNewAddress(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  challenge: Challenge,
): Promise<FastifyReply> {
  const account = accountOf(request);
  if (!account) return seeOther(reply, '/account/sign-in');
  const what = challenge.channel === 'email' ? 'email address' : 'mobile number';
  const changed = await inCouncil(deps.db, account.councilId, async (tx) => {
    const result = await changeWayIn(tx, deps.clock, account, challenge);
    if (!result.ok) return result;
    const reach = { kind: challenge.channel === 'email' ? 'email' : 'phone', to: challenge.address } as const;
    await tellOfChange(tx, deps, account, { what: `their ${what}`, reach });
    if (result.old) await warnOld(result.old);
    return result;

    function warnOld(old: CodeAddress): Promise<void> {
      const to = { ...old, name: account?.name ?? '' };
      const key = `account-changed:${challenge.id}`;
      return accountMessage(tx, deps, request.councilId, {
        moment: 'account-changed',
        key,
        to,
        variables: { reason: what },
      });
    }
  });
  dropCode(reply);
  if (changed.ok) return seeOther(reply, '/account/details?changed=yes');
  if (changed.refusal === 'not-proven') return seeOther(reply, '/account/details');
  throw new HttpError(
    409,
    `Another account has this ${what} already. Sign in to that one, or call us and we put them together.`,
  );
}
