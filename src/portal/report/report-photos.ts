import type { OpenReport } from './on-report.ts';

/** Ids of all photos of a report, whichever question asked for them. */
export function reportPhotos({ service, state }: Pick<OpenReport, 'service' | 'state'>): string[] {
  return service.questions.flatMap(({ id, kind }) => {
    const answer = state.answers[id];
    return kind === 'photo' && Array.isArray(answer) ? answer.map(String) : [];
  });
}
