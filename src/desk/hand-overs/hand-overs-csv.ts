import type { HandOverLine } from '#modules/handovers';

/** The list as rows of a file, its heading first; instants in UTC. */
export function handOversAsCsv(lines: readonly HandOverLine[]): string[][] {
  const head = ['id', 'reference', 'case', 'destination', 'kind', 'state', 'accepted', 'tries', 'arrived', 'how'];
  const rest = ['their_reference', 'result', 'why', 'somebody_must_look'];
  return [[...head, ...rest], ...lines.map(rowOf)];
}

function rowOf(line: HandOverLine): string[] {
  return [
    line.id,
    line.reference,
    line.title,
    line.destination,
    line.kind,
    line.state,
    line.madeAt.toISOString(),
    String(line.attempts),
    line.deliveredAt?.toISOString() ?? '',
    line.deliveredHow ?? '',
    line.externalReference ?? '',
    line.result ?? '',
    line.lastError ?? '',
    line.attention ?? '',
  ];
}
