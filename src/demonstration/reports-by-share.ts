import { readFileSync } from 'node:fs';

/** Which of our services takes what FixMyStreet's users call this; what we have no service for is left out. */
const SERVICE_OF: Record<string, string> = {
  Potholes: 'pothole',
  'Highway Condition': 'pothole',
  'Pavement /Footway Defects': 'pothole',
  'Road/Pavement Defects': 'pothole',
  'Road Surface Defects': 'pothole',
  'Fly-tipping': 'fly-tipping',
  Rubbish: 'fly-tipping',
  'Dumped Rubbish': 'fly-tipping',
  'Street Lights': 'street-light',
  'Abandoned Vehicles': 'abandoned-vehicle',
  'Untaxed Vehcile': 'abandoned-vehicle',
  'Street Cleaning': 'street-cleaning',
  'Dog Fouling': 'street-cleaning',
  'Litter/Litter Bin': 'street-cleaning',
  'Dead Animals': 'street-cleaning',
  Graffiti: 'graffiti',
  Flyposting: 'graffiti',
  'Bin Collection': 'missed-bin',
};

/** FixMyStreet takes street problems; these come to a council by its own doors. Shares of all: Estuary's own guess. */
const OWN_DOORS: Record<string, number> = { 'missed-bin': 0.22, noise: 0.06, 'no-water': 0.04 };

/**
 * How often each service is reported: street services by real counts of FixMyStreet reports in the three councils on
 * whose ground Estuary stands (docs/data-sources.md), the rest beside them.
 */
export function reportShares(file = 'reference/fms-category-counts.csv'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, category = '', reports = ''] = /^\w+,"([^"]+)",(\d+),/.exec(line) ?? [];
    const service = SERVICE_OF[category];
    if (service) counts[service] = (counts[service] ?? 0) + Number(reports);
  }
  const streets = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const own = Object.values(OWN_DOORS).reduce((sum, share) => sum + share, 0);
  for (const [service, share] of Object.entries(OWN_DOORS)) {
    counts[service] = (counts[service] ?? 0) + (streets * share) / (1 - own);
  }
  return counts;
}

/** So many services in proportion to their shares; each that has a share comes at least once. */
export function spread(shares: Readonly<Record<string, number>>, howMany: number): string[] {
  const whole = Object.values(shares).reduce((sum, share) => sum + share, 0);
  return Object.entries(shares).flatMap(([service, share]) =>
    Array.from({ length: Math.max(1, Math.round((share / whole) * howMany)) }, () => service),
  );
}
