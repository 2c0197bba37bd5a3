import { pickedValues } from '#modules/questions';
import { questionsOf } from '#modules/services';
import type { OpenReport } from './on-report.ts';

/** Ids of all photos and files of a report, whichever question asked for them. */
export function reportPhotos({ service, state }: Pick<OpenReport, 'service' | 'state'>): string[] {
  return questionsOf(service).flatMap(({ id, kind }) =>
    kind === 'photo' || kind === 'file' ? [...pickedValues(state.answers[id])] : [],
  );
}
