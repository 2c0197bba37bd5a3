import type { FastifyInstance } from 'fastify';
import { type Answers, type Ask, answersOn, askNamed, type Question } from '#modules/questions';
import type { Deps } from '#platform/deps';
import { askFields, takeFields } from './fields.tsx';
import { goOn } from './go-on.ts';
import { askMore, takeMore } from './more.ts';
import { notAsked } from './not-asked.ts';
import { type OpenReport, onReport, type ReportRoute, type StepAnswer, stands } from './on-report.ts';
import { askPhotos, type StoredPhotos, storePhotos, takePhotos } from './photos.ts';
import { askPlace, takePlace } from './place.ts';
import { FORM_ROUTE } from './report-paths.ts';

const PATH = `${FORM_ROUTE}/questions/:id`;
const CONFIRMS = { config: { confirmsCouncil: true } };

/** One page of a form: asked, answered, changed. */
export function reportQuestions(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, CONFIRMS, (request, reply) =>
    onReport(deps, (report) => onAsk(report, request.params.id ?? '', show))(request, reply),
  );
  door.post<ReportRoute>(PATH, CONFIRMS, async (request, reply) => {
    const stored = await storePhotos(deps, request);
    const work: AskWork = (report, ask) => take(report, ask, stored);
    return await onReport(deps, (report) => onAsk(report, request.params.id ?? '', work))(request, reply);
  });
}

type AskWork = (report: OpenReport, ask: Ask) => Promise<StepAnswer>;

/** A page that does not apply to the answers so far, or that the service does not have, leads on to what is next. */
async function onAsk(report: OpenReport, key: string, work: AskWork): Promise<StepAnswer> {
  const ask = askNamed(stands(report), key);
  return ask ? await work(report, ask) : (notAsked(report, key) ?? (await goOn(report)));
}

async function show(report: OpenReport, ask: Ask): Promise<StepAnswer> {
  const special = specialOf(ask);
  if (ask.kind === 'more') return askMore(report, ask);
  if (special?.kind === 'place') return await askPlace(report, special);
  if (special) return await askPhotos(report, special);
  return await askFields(report, ask, given(report, ask));
}

async function take(report: OpenReport, ask: Ask, stored: StoredPhotos): Promise<StepAnswer> {
  const special = specialOf(ask);
  if (ask.kind === 'more') return await takeMore(report, ask);
  if (special?.kind === 'place') return await takePlace(report, special);
  if (special) return await takePhotos(report, { ask, question: special }, stored);
  return await takeFields(report, ask);
}

type SpecialQuestion = Extract<Question, { kind: 'place' | 'photo' | 'file' }>;

/** A place is looked up and files are stored: such a question stands alone on its page. */
function specialOf({ questions: [question] }: Ask): SpecialQuestion | undefined {
  return question?.kind === 'place' || question?.kind === 'photo' || question?.kind === 'file' ? question : undefined;
}

const given = ({ state }: OpenReport, ask: Ask): Answers => answersOn(ask, state.answers);
