import type { FastifyInstance } from 'fastify';
import { CHOICE_CHANNELS, choicesOf, saveChoices, TOPIC_NAMES } from '#modules/accounts';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { ChoicesPage, fieldFor } from './choices.page.tsx';
import { onAccount } from './on-account.ts';

interface DoneRoute {
  Querystring: { saved?: string };
}

/** What the person wants to be told, and how. */
export function choicesPortal(door: FastifyInstance, { db, clock }: Deps): void {
  door.get<DoneRoute>(
    '/account/notifications',
    onAccount<DoneRoute>(async (request, reply, { councilId, clusterId }) => {
      const unwanted = await inCouncil(db, councilId, (tx) => choicesOf(tx, councilId, clusterId));
      const isSaved = request.query.saved === 'yes';
      return reply.html(ChoicesPage({ ...request.publicShell, token: formToken(reply), unwanted, isSaved }));
    }),
  );

  door.post(
    '/account/notifications',
    onAccount(async (request, reply, account) => {
      const { fields } = readForm(request);
      const unwanted = TOPIC_NAMES.flatMap((topic) =>
        CHOICE_CHANNELS.filter((channel) => !(fields[fieldFor(topic)] ?? []).includes(channel)).map((channel) => ({
          topic,
          channel,
        })),
      );
      await inCouncil(db, account.councilId, (tx) => saveChoices(tx, clock, account, unwanted));
      return seeOther(reply, '/account/notifications?saved=yes');
    }),
  );
}
