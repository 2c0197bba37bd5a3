import type { ByMachine } from './by-machine.ts';
import { aPhoto } from './photo.ts';

interface JobRead {
  id: string;
  slug: string;
  reference: string;
  title: string;
}

/** The job sheet of one piece of work of a case, in the queue of the team that does it. */
export async function jobInQueue(
  machine: ByMachine,
  { team, slug, reference }: { team: string; slug: string; reference: string },
): Promise<JobRead> {
  let next: string | null = null;
  do {
    const path: string = `/api/v1/jobs?team=${team}&limit=500${next === null ? '' : `&next=${next}`}`;
    const page: { items: JobRead[]; next: string | null } = await machine.ask({ path });
    const job = page.items.find((one) => one.slug === slug && one.reference === reference);
    if (job) return job;
    next = page.next;
  } while (next !== null);
  throw new Error(`${team} has no job ${slug} for ${reference}`);
}

export async function accept(machine: ByMachine, job: JobRead): Promise<void> {
  await feedback(machine, job, { kind: 'accepted' });
}

/** Done, as the crew's own system says it: with a note, and a photo that is sent before. */
export async function complete(machine: ByMachine, job: JobRead, note: string): Promise<void> {
  const { id } = await machine.ask<{ id: string }>({ method: 'POST', path: '/api/v1/photos', raw: await aPhoto() });
  await feedback(machine, job, { kind: 'done', note, fileIds: [id] });
}

async function feedback(
  machine: ByMachine,
  { id }: JobRead,
  said: { kind: string; note?: string; fileIds?: string[] },
): Promise<void> {
  const json = { ...said, sourceId: `${said.kind}-${id}` };
  await machine.ask({ method: 'POST', path: `/api/v1/jobs/${id}/feedback`, json });
}
