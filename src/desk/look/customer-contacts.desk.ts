import type { FastifyInstance } from 'fastify';
import { identifyContact, startContact } from '#modules/contacts';
import { isCustomer } from '#modules/customers';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { isId } from '#platform/ids';

interface CustomerRoute {
  Params: { id: string };
}

const CHANNELS = ['phone', 'counter'] as const;

/** Begin a contact with this customer, in which a form that they began online can be gone on with. */
export function customerContacts(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.post<CustomerRoute>('/customers/:id/contacts', async (request, reply) => {
    const { id } = request.params;
    const staff = staffOf(request);
    const channel = CHANNELS.find((one) => one === fieldOf(readForm(request), 'channel')) ?? 'phone';
    const contactId = await inCouncil(db, request.councilId, async (tx) => {
      const started = await startContact(tx, clock, staff, { channel, direction: 'in' });
      if (!started.ok) throw new HttpError(403, 'Your sign-in does not let you take contacts. Ask your manager.');
      if (!isId(id) || !(await isCustomer(tx, request.councilId, id))) {
        throw new HttpError(404, 'There is no such customer. Search for them.');
      }
      await identifyContact(tx, clock, staff, { contactId: started.contactId, customerId: id });
      return started.contactId;
    });
    return seeOther(reply, `/desk/contacts/${contactId}`);
  });
}
