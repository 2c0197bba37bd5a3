import type { FastifyInstance } from 'fastify';
import { sendMessage } from '#modules/contacts';
import { english } from '#modules/councils';
import { saveForLater, sayUntil } from '#modules/forms';
import { EMAIL_MESSAGE, isEmail, isPhone, PHONE_MESSAGE } from '#modules/questions';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf } from '#platform/http/read-form';
import { KeptPage, LaterPage } from './later.page.tsx';
import { type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { FORM_ROUTE } from './report-paths.ts';

const PATH = `${FORM_ROUTE}/later`;

/** Save and come back later: the link goes to the person's mailbox, and whoever opens it must know that address. */
export function reportLater(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'save-form', limit: 20, windowSeconds: 3600 });
  door.get<ReportRoute>(PATH, onReport(deps, ask));
  door.post<ReportRoute>(PATH, { preHandler: limit }, onReport(deps, save));
  door.get<ReportRoute>(`${PATH}/kept`, onReport(deps, kept));
}

function ask(report: OpenReport): Promise<StepAnswer> {
  const { contact, known } = report.state;
  const email = report.draft.savedTo ?? contact?.email ?? (typeof known['email'] === 'string' ? known['email'] : '');
  const values = { email, phone: contact?.phone ?? '', name: contact?.name ?? '' };
  return Promise.resolve({ page: LaterPage({ report, values, errors: {} }) });
}

async function save(report: OpenReport): Promise<StepAnswer> {
  const { deps, tx, actor, draft, form, directory } = report;
  const typed = (name: string) => fieldOf(form, name).trim();
  const [email, phone, name] = [typed('email'), typed('phone'), typed('name')];
  const wantsCall = typed('call') === 'yes';
  const errors = {
    ...(!isEmail(email) && { email: EMAIL_MESSAGE }),
    ...(wantsCall && !isPhone(phone) && { phone: PHONE_MESSAGE }),
    ...(name.length > LONGEST_NAME && { name: `Use ${LONGEST_NAME} characters or fewer for your name` }),
  };
  if (Object.keys(errors).length > 0) {
    const values = { email, phone, name, call: wantsCall ? ['yes'] : [] };
    return { page: LaterPage({ report, values, errors }), status: 422 };
  }
  const { keptDays } = directory.config.profile.settings.savedForms;
  const call = wantsCall ? { number: phone, name } : null;
  const saved = await saveForLater(tx, deps, actor, { draftId: draft.id, email, call, keptDays });
  await tell(report, email, saved);
  return { to: report.paths.kept };
}

const LONGEST_NAME = 200;
const MILLISECONDS_A_MINUTE = 60_000;

/** One message for one address within a minute, however often the button is pressed. */
async function tell(
  report: OpenReport,
  email: string,
  { token, until }: { token: string; until: Date },
): Promise<void> {
  const { tx, deps, actor, draft, service, directory } = report;
  const { settings, zone, phone } = directory.config.profile;
  const minute = Math.floor(deps.clock.now().getTime() / MILLISECONDS_A_MINUTE);
  await sendMessage(tx, deps.clock, actor, {
    key: `form-saved:${draft.id}:${email.toLowerCase()}:${minute}`,
    template: settings.templates['form-saved'],
    channel: 'email',
    to: { email },
    variables: { service: english(service.name), track: `/return/${token}`, due: sayUntil(until, zone), phone },
    serviceSlug: service.slug,
  });
}

function kept(report: OpenReport): Promise<StepAnswer> {
  const { savedTo } = report.draft;
  return Promise.resolve(savedTo === null ? { to: report.paths.later } : { page: KeptPage({ report, savedTo }) });
}
