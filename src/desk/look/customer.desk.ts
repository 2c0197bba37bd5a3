import type { FastifyInstance } from 'fastify';
import { accountOfCustomer, helpersOf, organisationFacts, organisationsOf } from '#modules/accounts';
import { awardsOf } from '#modules/awards';
import { type CaseLine, caseLines, todayOf } from '#modules/cases';
import { contactHistory } from '#modules/contacts';
import { customerView } from '#modules/customers';
import { savedFormsOf } from '#modules/forms';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import { directoryOf } from '../../portal/directory.ts';
import { formCustomerBy } from '../call/saved-form.ts';
import { readHistoryKey } from '../history-key.ts';
import { CustomerPage } from './customer.page.tsx';
import { OWN_RECORD } from './own-record.ts';

interface CustomerRoute {
  Params: { id: string };
  Querystring: { before?: string };
}

/** One customer outside a contact; the read is logged with that purpose. */
export function customerDesk(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.get<CustomerRoute>('/customers/:id', async (request, reply) => {
    const { id } = request.params;
    if (!isId(id)) throw new HttpError(404, 'There is no such customer. Search for them.');
    const before = readHistoryKey(request.query.before ?? '');
    const actor = staffOf(request);
    const page = await inCouncil(db, request.councilId, async (tx) => {
      const found = await customerView(tx, clock, actor, { customerId: id, purpose: 'looking a customer up' });
      if (!found.ok && found.refusal === 'not-allowed') {
        throw new HttpError(403, 'Your sign-in does not show customers. Ask your manager.');
      }
      if (!found.ok && found.refusal === 'own-record') throw new HttpError(403, OWN_RECORD);
      if (!found.ok) throw new HttpError(404, 'There is no such customer. Search for them.');
      const { customer } = found;
      const [cases, history, directory, account, helpers, organisation, today] = await Promise.all([
        caseLines(tx, request.councilId, { customerIds: customer.recordIds }),
        contactHistory(tx, request.councilId, { clusterId: customer.clusterId, before }),
        directoryOf(tx, request.council),
        accountOfCustomer(tx, request.councilId, customer.clusterId),
        helpersOf(tx, clock, request.councilId, customer.clusterId),
        organisationFacts(tx, request.councilId, customer.clusterId),
        todayOf(tx, clock, request.councilId),
      ]);
      const [saved, awards, actsFor] = await Promise.all([
        savedFormsOf(tx, clock, request.councilId, formCustomerBy(account, customer.reaches)),
        awardsOf(tx, request.councilId, paidTo(cases)),
        account ? organisationsOf(tx, request.councilId, account.id) : [],
      ]);
      const isOlder = before !== undefined;
      const shell = request.deskShell;
      const now = clock.now();
      return CustomerPage({
        ...{ shell, customer, cases, history, isOlder, directory, account, helpers, organisation, actsFor, saved, now },
        awards,
        today,
        hidden: formToken(reply),
      });
    });
    return reply.html(page);
  });
}

/** A landlord's page shows no payments of their tenants' requests. */
function paidTo(cases: readonly CaseLine[]): string[] {
  return cases.filter(({ roles }) => roles.includes('requester') || roles.includes('subject')).map(({ id }) => id);
}
