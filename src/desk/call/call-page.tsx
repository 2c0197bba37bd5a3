import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { type HistoryKey, wrapUpQuestions } from '#modules/contacts';
import type { Match } from '#modules/customers';
import { staffOf, teamList } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { CallPage } from './call.page.tsx';
import { type CallRoute, contactOf } from './call.ts';
import { callView } from './call-view.ts';

interface PageState {
  errors: Errors;
  values: Values;
  matches?: readonly Match[] | undefined;
}

/** Draw the screen of a call, as it stands or with what was wrong. */
export async function callPage(
  deps: Deps,
  request: FastifyRequest<CallRoute>,
  reply: FastifyReply,
  { errors, values, matches = [] }: PageState,
): Promise<VNode> {
  const { find = '', q = '', before = '' } = request.query;
  const actor = staffOf(request);
  return await inCouncil(deps.db, request.councilId, async (tx) => {
    const contact = await contactOf(tx, actor, request.params.id);
    const asked = { contact, council: request.council, find, q, before: readKey(before) };
    const view = await callView(tx, deps, actor, asked);
    const [teams, ask] = [await teamList(tx, actor.councilId), await wrapUpQuestions(tx, actor.councilId, contact.id)];
    const hidden = formToken(reply);
    return CallPage({ shell: request.deskShell, view, teams, ask, hidden, errors, values, matches });
  });
}

/** Where a page of the history ended: `<milliseconds>.<id>`. What is neither begins at the top. */
function readKey(text: string): HistoryKey | undefined {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { startedAt: new Date(Number(at)), id } : undefined;
}
