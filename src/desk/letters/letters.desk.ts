import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Letter, lettersToPost, postLetters } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { may, type StaffActor, staffOf } from '#modules/staff';
import { recordRead } from '#platform/audit';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors } from '#ui';
import { LettersPage } from './letters.page.tsx';
import { type LetterHead, PrintPage } from './print.page.tsx';

interface LettersRoute {
  Querystring: { after?: string; posted?: string };
}

type Asked = FastifyRequest<LettersRoute>;

/** Letters to print and post: the list, the print of the same letters, and the word that they are in the post. */
export function lettersDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<LettersRoute>('/letters', async (request, reply) => reply.html(await list(deps, request, reply)));
  inside.get<LettersRoute>('/letters/print', async (request, reply) => reply.html(await print(deps, request)));
  inside.post<LettersRoute>('/letters', async (request, reply) => {
    const actor = posterOf(request);
    const form = readForm(request);
    // Those that stood on the page: one that was written meanwhile is in nobody's envelope.
    const chosen = form.fields[fieldOf(form, 'which') === 'all' ? 'listed' : 'letter'] ?? [];
    const messageIds = chosen.filter(isId);
    const done = await inCouncil(deps.db, request.councilId, (tx) =>
      postLetters(tx, deps.clock, actor, { messageIds }),
    );
    if (done.ok) return seeOther(reply, `/desk/letters?posted=${String(done.posted)}`);
    if (done.refusal === 'not-allowed') throw new HttpError(403, NOT_YOURS);
    return reply.code(422).html(await list(deps, request, reply, { letter: MESSAGES[done.refusal] }));
  });
}

const A_PAGE = 50;
const NOT_YOURS = 'Your sign-in does not show messages. Ask your manager.';
const MESSAGES = {
  'nothing-chosen': 'Choose each letter that is in the post',
  'too-many': `Choose ${String(A_PAGE)} letters or fewer`,
  'none-waiting': 'Somebody has posted these meanwhile. The list is new',
};

async function list(deps: Deps, request: Asked, reply: FastifyReply, errors?: Errors) {
  const actor = posterOf(request);
  return await inCouncil(deps.db, request.councilId, async (tx) => {
    const { letters, next } = await onePage(tx, actor, request);
    const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
    return LettersPage({
      shell: request.deskShell,
      hidden: formToken(reply),
      letters,
      posted: /^\d{1,2}$/.test(request.query.posted ?? '') ? Number(request.query.posted) : 0,
      hereHref: `/desk/letters${after(request.query.after)}`,
      printHref: `/desk/letters/print${after(request.query.after)}`,
      nextHref: next && `/desk/letters${after(next)}`,
      errors,
      zone: profile.zone,
      now: deps.clock.now(),
    });
  });
}

/** Whoever prints a letter reads it. */
async function print({ db, clock, publicUrl }: Deps, request: Asked) {
  const actor = posterOf(request);
  return await inCouncil(db, request.councilId, async (tx) => {
    const { letters } = await onePage(tx, actor, request);
    for (const { id: subjectId } of letters) {
      await recordRead(tx, clock, actor, { act: 'message.read', subjectType: 'message', subjectId, purpose: 'print' });
    }
    const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
    const head = await headOf(tx, request);
    const backHref = `/desk/letters${after(request.query.after)}`;
    return PrintPage({ shell: request.deskShell, head, letters, backHref, publicUrl, zone: profile.zone });
  });
}

async function headOf(tx: Tx, { councilId, council }: Asked): Promise<LetterHead> {
  const { profile, sites } = await councilConfig(tx, councilId, council.revision);
  const site = sites.get(profile.settings.mainSite ?? '');
  return { council: profile.name, from: site ? [...site.address, site.postcode] : [], phone: profile.phone };
}

async function onePage(
  tx: Tx,
  actor: StaffActor,
  { query }: Asked,
): Promise<{ letters: Letter[]; next: string | null }> {
  const found = await lettersToPost(tx, actor, { after: keyOf(query.after ?? ''), limit: A_PAGE + 1 });
  const letters = found.slice(0, A_PAGE);
  const last = found.length > A_PAGE ? letters.at(-1) : undefined;
  return { letters, next: last ? `${String(last.madeAt.getTime())}.${last.id}` : null };
}

const after = (key: string | undefined): string => (keyOf(key ?? '') ? `?after=${key ?? ''}` : '');

function posterOf(request: FastifyRequest): StaffActor {
  const actor = staffOf(request);
  if (!may(actor, 'see-outbox')) throw new HttpError(403, NOT_YOURS);
  return actor;
}

function keyOf(text: string) {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { madeAt: new Date(Number(at)), id } : undefined;
}
