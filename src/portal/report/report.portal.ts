import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { reportAnswers } from './answers.portal.ts';
import { reportPlaces } from './choose-place.portal.ts';
import { reportContact } from './contact.portal.ts';
import { reportEvidence } from './evidence.portal.ts';
import { reportIncident } from './incident.portal.ts';
import { reportKnown } from './known.portal.ts';
import { reportLater } from './later.portal.ts';
import { reportNearby } from './nearby.portal.ts';
import { reportOutcome } from './outcome.portal.ts';
import { reportPhotoFiles } from './photo-files.portal.ts';
import { reportQuestions } from './question.portal.tsx';
import { reportSent } from './sent.portal.ts';
import { reportStart } from './start.portal.ts';

/** Report it, from "is this for us?" to the reference. */
export function reportPortal(door: FastifyInstance, deps: Deps): void {
  reportStart(door, deps);
  reportQuestions(door, deps);
  reportOutcome(door, deps);
  reportPhotoFiles(door, deps);
  reportPlaces(door, deps);
  reportIncident(door, deps);
  reportKnown(door, deps);
  reportLater(door, deps);
  reportNearby(door, deps);
  reportEvidence(door, deps);
  reportContact(door, deps);
  reportAnswers(door, deps);
  reportSent(door, deps);
}
