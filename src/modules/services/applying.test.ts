import { beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '#modules/questions';
import { readDemonstrationFolder } from '#test/council-check';
import { jobsFor, standardsFor } from './applying.ts';
import { isReport, type ReportService } from './service-schema.ts';

let reports: readonly ReportService[];
beforeAll(async () => {
  reports = (await readDemonstrationFolder()).services.filter(isReport);
});

function service(slug: string): ReportService {
  const found = reports.find((one) => one.slug === slug);
  if (!found) throw new Error(`no report service ${slug}`);
  return found;
}
const today = '2026-11-24';
const jobs = (slug: string, answers: Answers) => jobsFor(service(slug), answers, today).map((job) => job.slug);

test('a missed bin with rubbish in the street makes two jobs under two promises', () => {
  expect(jobs('missed-bin', { spilt: true })).toEqual(['collect', 'clean-street']);
  expect(jobs('missed-bin', { spilt: false })).toEqual(['collect']);
  expect(standardsFor(service('missed-bin'), { spilt: true }, today)).toEqual(['missed-bin-return', 'street-cleaned']);
});

describe('no running water', () => {
  test('none at all in a council home is an emergency: made safe first, handed over live', () => {
    const answers = { tenure: 'council', flow: 'none', 'needs-water': true };
    expect(jobs('no-water', answers)).toEqual(['make-safe', 'bottled-water', 'restore']);
    expect(jobsFor(service('no-water'), answers, today)[0]?.handover).toBe('live');
    expect(standardsFor(service('no-water'), answers, today)).toEqual([
      'no-water-safe',
      'no-water-answered',
      'water-restored',
    ]);
  });

  test('a leaseholder is not sent away: the riser is ours', () => {
    expect(jobs('no-water', { tenure: 'leaseholder', flow: 'none', 'needs-water': false })).toEqual(['restore']);
  });

  test('a private tenant is advised by environmental health', () => {
    const answers = { tenure: 'private', flow: 'none', 'needs-water': true };
    expect(jobsFor(service('no-water'), answers, today).map(({ by }) => by)).toEqual([
      { team: 'environmental-health' },
    ]);
    expect(standardsFor(service('no-water'), answers, today)).toEqual(['housing-advice-given']);
  });

  test('weak water has its own, longer promise', () => {
    expect(standardsFor(service('no-water'), { tenure: 'council', flow: 'weak' }, today)).toEqual([
      'water-flow-restored',
    ]);
  });
});

test('whatever is answered, every report makes at least one job', () => {
  for (const one of reports)
    for (const answers of everyAnswer(one)) {
      expect(jobsFor(one, answers, today).length, `${one.slug} ${JSON.stringify(answers)}`).toBeGreaterThan(0);
    }
});

/** Each combination of the answers that a condition of the service's jobs looks at, as single answers. */
function everyAnswer({ questions, jobs: all }: ReportService): Answers[] {
  const asked = new Set(
    all.flatMap(({ when }) => [when ?? []].flat().flatMap((one) => (typeof one === 'string' ? [] : [one.question]))),
  );
  return questions
    .filter(({ id }) => asked.has(id))
    .reduce<Answers[]>(
      (answers, question) => {
        const one = 'options' in question ? question.options.map(({ value }) => value) : [true, false];
        return answers.flatMap((sofar) => one.map((answer) => ({ ...sofar, [question.id]: answer })));
      },
      [{}],
    );
}
