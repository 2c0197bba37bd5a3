import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOf } from '#test/council-check';
import { CouncilCopy, type Fault } from '#test/council-copy';

let council: CouncilCopy;

beforeEach(async () => {
  council = await CouncilCopy.make();
});
afterEach(() => council.remove());

describe('something that leads nowhere is found', () => {
  test.each<Fault>([
    [
      'an unknown team',
      'services/graffiti.yaml',
      'owner: { team: street-care }',
      'owner: { team: streetcare }',
      /team "streetcare" is not known: .*\(did you mean "street-care"\?\)/,
    ],
    [
      'a partner that is not there',
      'services/street-light.yaml',
      'by: { partner: northlight }',
      'by: { partner: southlight }',
      /partner "southlight" is not known/,
    ],
    [
      'an unknown calendar of a standard',
      'standards.yaml',
      'calendar: waste-crews',
      'calendar: wast-crews',
      /calendar "wast-crews" is not known: .*\(did you mean "waste-crews"\?\)/,
    ],
    [
      'an unknown manager',
      'teams.yaml',
      'manager: kath-bryant',
      'manager: kate-bryant',
      /person "kate-bryant" is not known/,
    ],
    [
      'an unknown contact point',
      'services/pothole.yaml',
      'contact: main-line',
      'contact: mainline',
      /contact point "mainline" is not known/,
    ],
    [
      'an unknown site',
      'contact-points.yaml',
      'site: barking-hub',
      'site: dagenham-hub',
      /site "dagenham-hub" is not known/,
    ],
    [
      'an unknown cost set',
      'council.yaml',
      'costSet: barking-and-dagenham-2009',
      'costSet: barking-2009',
      /cost set "barking-2009" is not known/,
    ],
    [
      'an unknown container',
      'rounds.yaml',
      'containers: [garden]',
      'containers: [gardn]',
      /container "gardn" is not known/,
    ],
    [
      'an unknown service of a diversion',
      'services/missed-bin.yaml',
      'service: fly-tipping',
      'service: flytipping',
      /service "flytipping" is not known/,
    ],
    [
      'an unknown template',
      'council.yaml',
      'part-done: part-done',
      'part-done: partly-done',
      /template "partly-done" is not known/,
    ],
    ['a moment without a template', 'council.yaml', / {4}refused: refused\n/, '', /templates, refused is missing/],
    [
      'a template of another moment',
      'council.yaml',
      'refused: refused',
      'refused: done',
      /template "done" is written for "done": expected one of refused/,
    ],
    ['a slug that is used twice', 'teams.yaml', 'slug: schools', 'slug: housing', /slug "housing" is used twice/],
    [
      'a partner with the slug of a team',
      'teams.yaml',
      'slug: northlight',
      'slug: highways',
      /slug "highways" is a team's already/,
    ],
    ['a mark left out', 'marks.yaml', 'mark: homelessness', 'mark: claim', /mark "homelessness" is missing/],
    [
      'a round that starts on another weekday',
      'rounds.yaml',
      'day: tuesday, crew: waste',
      'day: wednesday, crew: waste',
      /2026-01-06 is a tuesday: expected a wednesday/,
    ],
    [
      'a neighbour that is the council itself',
      'council.yaml',
      'E09000026',
      'E09000002',
      /district "E09000002" is this council's own/,
    ],
  ])('%s', async (...[, file, right, wrong, expected]) => {
    await council.plant(file, right, wrong);

    const lines = await problemsOf(council.dir);

    expect(lines.filter((line) => line.startsWith(`${file}:`)).join('\n')).toMatch(expected);
  });
});
