import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { aboutCase } from './about-case.ts';
import { answerKnown, divert } from './answer-known.ts';
import type { CallRoute } from './call.ts';
import { callPage } from './call-page.tsx';
import { checkIdentity } from './check-identity.ts';
import { endCall } from './end-call.ts';
import { chooseCustomer, findCustomer } from './find-customer.ts';
import { finish, mark, selfService, take, transfer } from './finish-acts.ts';
import { formFiles } from './form-files.desk.ts';
import { answerIncident } from './join-caller.ts';
import { onCall } from './on-call.ts';
import { onReport } from './on-report.ts';
import { openFromCall } from './open-case.ts';
import { pickPlace } from './pick-place.ts';
import { leaveReport, pickService } from './pick-service.ts';
import { register } from './register.ts';
import { goOnWithSaved } from './saved-form.ts';
import { startCalls } from './start-call.desk.ts';
import { takeMore, takeResult, takeStep } from './take-step.ts';
import { told } from './told.ts';
import { typePaper } from './type-paper.ts';

const ACTS = {
  'customer-search': findCustomer,
  customer: chooseCustomer,
  registration: register,
  identity: checkIdentity,
  service: pickService,
  'service/left': leaveReport,
  paper: typePaper,
  'saved-form': goOnWithSaved,
  place: onReport(pickPlace),
  incident: onReport(answerIncident),
  known: onReport(answerKnown),
  diversion: onReport(divert),
  answers: onReport(takeStep),
  more: onReport(takeMore),
  result: onReport(takeResult),
  case: onReport(openFromCall),
  'case/told': told,
  'case/question': aboutCase,
  mark,
  'self-service': selfService,
  transfer,
  take,
  end: endCall,
  'wrap-up': finish,
} as const;

/** A contact taken at the desk: everything of one call on one screen, one small press at a time. */
export function callDesk(inside: FastifyInstance, deps: Deps): void {
  startCalls(inside, deps);
  formFiles(inside, deps);
  inside.get<CallRoute>('/contacts/:id', async (request, reply) =>
    reply.html(await callPage(deps, request, reply, { errors: {}, values: {} })),
  );
  for (const [path, act] of Object.entries(ACTS)) inside.post(`/contacts/:id/${path}`, onCall(deps, act));
}
