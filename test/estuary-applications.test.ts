import { beforeAll, describe, expect, test } from 'vitest';
import { type ApplicationService, isApplication, serviceCatalogue } from '#modules/services';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { APPLICATIONS } from '#test/application-sheets';
import { apply } from '#test/apply';
import type { Browser } from '#test/browser';

let frontdoor: TestApp;
let services: readonly ApplicationService[];
beforeAll(async () => {
  frontdoor = await startApp();
  const { deps, councilId } = frontdoor;
  const catalogue = await inCouncil(deps.db, councilId, (tx) => serviceCatalogue(tx, councilId));
  services = [...catalogue.services.values()].map(({ service }) => service).filter(isApplication);
});

async function caseOf(browser: Browser) {
  const [reference] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(browser.text) ?? [];
  const { deps, councilId } = frontdoor;
  const { rows } = await deps.db.pool.query<{ service: string; team: string; standards: string[] }>(
    `select c.service_slug as service, t.slug as team,
            array(select p.standard_slug from promises p where p.subject_id = c.id) as standards
       from cases c join teams t on t.id = c.team_id
      where c.council_id = $1 and c.reference = $2`,
    [councilId, reference],
  );
  return rows[0];
}

const TODAY = '2026-11-24T11:00:00Z';

function person(slug: string): Browser {
  frontdoor.clock.moveTo(APPLICATIONS[slug]?.now ?? TODAY);
  return frontdoor.browser();
}

test('every application of the demonstration council is walked here', () => {
  expect(services.map(({ slug }) => slug).sort()).toEqual(Object.keys(APPLICATIONS).sort());
});

describe.each(Object.entries(APPLICATIONS))('%s', (slug, { full, promise, team, results }) => {
  test('sent whole, it opens a case with its promise at the team that owns it', async () => {
    const browser = person(slug);
    const ended = await apply(browser, slug, full);
    expect(ended, ended.at).toMatchObject({ page: 'sent' });
    const opened = await caseOf(browser);
    expect(opened).toMatchObject({ service: slug, team });
    expect(opened?.standards).toContain(promise);
  });

  test.each(Object.entries(results))('the result %s is reached', async (result, changed) => {
    const { results: told } = await apply(person(slug), slug, { ...full, ...changed });
    expect(told).toContain(result);
  });

  test('no result is left out', () => {
    const { outcomes } = services.find((one) => one.slug === slug) ?? { outcomes: [] };
    expect(Object.keys(results).sort()).toEqual(outcomes.map(({ id }) => id).sort());
  });
});
