import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { safeBack } from './safe-back.ts';
import { SignInPage, type SignInPageProps } from './sign-in.page.tsx';
import { demonstrationPeople, signInAsDemonstration } from './sign-in-as-demonstration.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { STAFF_COOKIE } from './signed-in.desk.ts';
import { setStaffCookie } from './staff-cookie.desk.ts';

/** Past this a whole council behind one address would notice; guessing one password is stopped far earlier. */
const PER_ADDRESS = { name: 'sign-in', limit: 200, windowSeconds: 600 };

/** The first page of the desk. Stands before the sign-in check, so nothing here may show a record. */
export function signInDesk(desk: FastifyInstance, deps: Deps): void {
  desk.get('/sign-in', async (request, reply) => {
    const { back, out } = request.query as { back?: unknown; out?: unknown };
    return reply.html(
      <SignInPage
        {...(await frameOf(request, reply, deps, typeof back === 'string' ? back : undefined))}
        notice={out === undefined ? undefined : 'You are signed out.'}
      />,
    );
  });

  desk.post('/sign-in', { preHandler: limitRate(deps, PER_ADDRESS) }, async (request, reply) => {
    const form = readForm(request);
    const back = safeBack(fieldOf(form, 'back'));
    const slug = fieldOf(form, 'person');
    if (deps.isDemo && slug !== '') return asDemonstration(request, reply, deps, { slug, back });
    return byPassword(request, reply, deps, {
      email: fieldOf(form, 'email'),
      password: fieldOf(form, 'password'),
      back,
    });
  });
}

async function asDemonstration(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  { slug, back }: { slug: string; back: string },
): Promise<FastifyReply> {
  const { councilId } = request;
  const oldToken = request.cookies[STAFF_COOKIE];
  const signedIn = await inCouncil(deps.db, councilId, (tx) =>
    signInAsDemonstration(tx, deps.clock, { councilId, slug, oldToken }),
  );
  if (!signedIn.ok) return refuse(request, reply, deps, { back, errors: { email: 'Choose somebody from the list' } });
  setStaffCookie(reply, deps, signedIn.token);
  return seeOther(reply, back);
}

const Form = z.object({
  email: z.string().trim().min(1, 'Enter your work email address').max(320, 'Enter your work email address'),
  password: z.string().min(1, 'Enter your password'),
});

async function byPassword(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  typed: { email: string; password: string; back: string },
): Promise<FastifyReply> {
  const { email, back } = typed;
  const form = Form.safeParse(typed);
  if (!form.success) {
    const errors = Object.fromEntries(form.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    return refuse(request, reply, deps, { back, errors, email });
  }
  const signedIn = await signInWithPassword(deps.db, deps.clock, request.councilId, {
    ...form.data,
    oldToken: request.cookies[STAFF_COOKIE],
    isDemo: deps.isDemo,
  });
  if (!signedIn.ok) {
    const message = signedIn.refusal === 'locked' ? lockedMessage(deps, signedIn.until) : NOT_RECOGNISED;
    return refuse(request, reply, deps, { back, errors: { email: message }, email });
  }
  setStaffCookie(reply, deps, signedIn.token);
  return seeOther(reply, `/desk/sign-in/${signedIn.step}?back=${encodeURIComponent(back)}`);
}

const NOT_RECOGNISED = 'Check your email address and password. One of them is not right';

export function lockedMessage({ clock }: Deps, until: Date): string {
  const minutes = Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 60_000));
  return `Too many wrong tries. Wait ${minutes === 1 ? '1 minute' : `${minutes} minutes`}, then try again`;
}

interface Refused {
  back: string;
  errors: Record<string, string>;
  email?: string;
}

async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
  { back, errors, email }: Refused,
): Promise<FastifyReply> {
  const frame = await frameOf(request, reply, deps, back);
  return reply.code(422).html(<SignInPage {...frame} values={{ email }} errors={errors} />);
}

async function frameOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, isDemo, oidc }: Deps,
  back: string | undefined,
): Promise<SignInPageProps> {
  const { councilId, publicShell } = request;
  const next = safeBack(back);
  return {
    council: publicShell.council,
    hidden: { ...formToken(reply), back: next },
    singleSignOnHref: oidc ? `/desk/sign-in/single-sign-on?back=${encodeURIComponent(next)}` : undefined,
    people: isDemo ? await inCouncil(db, councilId, (tx) => demonstrationPeople(tx, councilId)) : [],
  };
}
