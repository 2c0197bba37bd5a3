import { english } from '#modules/councils';
import { type PublishedMonth, type ServiceFigures, totalOf } from '#modules/insight';
import { csvOf } from '#platform/csv';
import type { Directory } from '../directory.ts';

/** Anyone may use, change and pass on what is published. */
export const LICENCE = {
  name: 'Open Government Licence v3.0',
  url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

const OTHERS = 'Other services';

const HEAD = ['month', 'service', 'name', 'promised', 'kept', 'missed', 'renegotiated', 'open', 'overdue'];

/** A row a service. */
export function performanceCsv({ month, asOf, services }: PublishedMonth, directory: Directory): string {
  const rows = services.map((row) => [
    month,
    row.service ?? 'other',
    nameOfService(row, directory),
    totalOf(row),
    row.kept,
    row.missed,
    row.renegotiated,
    row.open,
    row.overdue,
    row.mayChange,
    asOf.toISOString(),
  ]);
  return csvOf([[...HEAD, 'kept_may_change', 'as_of'], ...rows.map((row) => row.map(String))]);
}

/** The same for machines. */
export function performanceJson(published: PublishedMonth, directory: Directory): string {
  const { month, asOf, services } = published;
  const promises = services.map((row) => ({
    ...row,
    service: row.service ?? 'other',
    name: nameOfService(row, directory),
    promised: totalOf(row),
  }));
  return JSON.stringify({ council: directory.config.profile.name, month, asOf, licence: LICENCE.url, promises });
}

/** What a service is called today. */
export function nameOfService({ service }: Pick<ServiceFigures, 'service'>, { catalogue }: Directory): string {
  if (service === null) return OTHERS;
  const found = catalogue.services.get(service)?.service;
  return found ? english(found.name) : service;
}
