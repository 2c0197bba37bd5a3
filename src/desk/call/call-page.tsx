import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { wrapUpQuestions } from '#modules/contacts';
import type { Match } from '#modules/customers';
import { staffOf, teamList } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { readHistoryKey } from '../history-key.ts';
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
  const called = request.query.saved ?? (typeof values['saved'] === 'string' ? values['saved'] : '');
  const wanted = { step: wantedOf('step'), item: wantedOf('item') };
  const actor = staffOf(request);
  return await inCouncil(deps.db, request.councilId, async (tx) => {
    const contact = await contactOf(tx, actor, request.params.id);
    const asked = {
      contact,
      council: request.council,
      find,
      q,
      before: readHistoryKey(before),
      wanted,
      values,
      called,
    };
    const view = await callView(tx, deps, actor, asked);
    const [teams, ask] = [await teamList(tx, actor.councilId), await wrapUpQuestions(tx, actor.councilId, contact.id)];
    const hidden = formToken(reply);
    return CallPage({ shell: request.deskShell, view, teams, ask, hidden, errors, values, matches });
  });

  /** As an address asks for it, or as the form that was refused had it. */
  function wantedOf(name: 'step' | 'item'): string {
    const typed = request.query[name] ?? values[name];
    return typeof typed === 'string' ? typed : '';
  }
}
