import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import { asOwner, type Db, type Tx } from '#platform/db';
import { newId } from '#platform/ids';

export interface SmallCouncil {
  councilId: string;
  teamId: string;
  adviser: StaffActor;
  /** Add or replace a document of the council, as a load of its folder would. */
  document(kind: string, slug: string, body: object): Promise<void>;
  /** Another person on the staff. */
  colleague(name: string, roles?: StaffActor['roles']): Promise<StaffActor>;
}

/**
 * A council with one team, one adviser, a profile and two message templates, for tests of a module that need no more.
 * Each call makes another council, so one database can hold two of them.
 */
export async function smallCouncil(db: Db, clock: Clock, slug = 'testford'): Promise<SmallCouncil> {
  const councilId = newId(clock);
  const teamId = newId(clock);
  await asOwner(db, async (tx) => {
    await tx
      .insertInto('councils')
      .values({ id: councilId, slug, name: 'Testford Council', created_at: clock.now() })
      .execute();
    await tx
      .insertInto('teams')
      .values({
        council_id: councilId,
        id: teamId,
        slug: 'front',
        name: 'Front desk',
        kind: 'team',
        inbox: 'front@testford.example',
        phone: null,
        manager_id: null,
        cover_id: null,
        ended_at: null,
      })
      .execute();
  });
  const document: SmallCouncil['document'] = (kind, name, body) =>
    asOwner(db, (tx) => putDocument(tx, clock, { councilId, kind, slug: name, body }));
  const colleague = (name: string, roles: StaffActor['roles'] = ['adviser']) =>
    asOwner(db, (tx) => addStaff(tx, clock, { councilId, teamId, name, roles }));
  await document('profile', slug, PROFILE);
  await document('template', 'received', RECEIVED);
  await document('template', 'done', DONE);
  return { councilId, teamId, document, colleague, adviser: await colleague('Ada Mensah') };
}

const PROFILE = {
  name: 'Testford Council',
  zone: 'Europe/London',
  settings: {
    identity: { facts: ['name', 'postcode', 'date-of-birth', 'phone'], howMany: 2 },
    messages: { perPersonAndDay: 3, quietFrom: '21:00', quietTo: '08:00', always: ['incident'] },
    costSet: 'resource',
    mainCalendar: 'office',
  },
};

const RECEIVED = {
  slug: 'received',
  subject: { en: 'We have your report {{reference}}' },
  channels: ['email', 'sms'],
  when: 'received',
  sms: '{{council}}: report {{reference}} at {{place}}. {{promise}} {{track}}',
  body: 'Dear {{name}}\n\nWe have your report about {{place}}.\n\n{{promise}}\n\nFollow it at {{track}}\n',
};

const DONE = {
  slug: 'done',
  subject: { en: 'Done: {{service}}' },
  channels: ['email'],
  when: 'done',
  body: '{{done}}\n\n{{officer}}, {{team}}, {{inbox}}\n',
};

interface Staff {
  councilId: string;
  teamId: string;
  name: string;
  roles: StaffActor['roles'];
}

async function addStaff(tx: Tx, clock: Clock, { councilId, teamId, name, roles }: Staff): Promise<StaffActor> {
  const id = newId(clock);
  const slug = `${name.toLowerCase().replace(/\W+/g, '-')}-${id.slice(-4)}`;
  await tx
    .insertInto('people')
    .values({ id, email: `${slug}@testford.example`, name, created_at: clock.now() })
    .execute();
  await tx
    .insertInto('staff_members')
    .values({
      council_id: councilId,
      id,
      person_id: id,
      slug,
      name,
      job_title: 'Adviser',
      roles: [...roles],
      team_id: teamId,
      joined_at: clock.now(),
      left_at: null,
    })
    .execute();
  return {
    type: 'staff',
    councilId,
    id,
    name,
    slug,
    jobTitle: 'Adviser',
    roles,
    skills: [],
    teamIds: [teamId],
    teamId,
  };
}

async function putDocument(
  tx: Tx,
  clock: Clock,
  { councilId, kind, slug, body }: { councilId: string; kind: string; slug: string; body: object },
): Promise<void> {
  const { next } = await tx
    .selectFrom('council_documents')
    .select(({ fn }) => fn.countAll<number>().as('next'))
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('council_documents')
    .set({ is_current: false })
    .where('council_id', '=', councilId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .execute();
  // A process keeps a council's words until its revision changes.
  await tx
    .updateTable('councils')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', councilId)
    .execute();
  const version = next + 1;
  const text = JSON.stringify(body);
  const made = { made_at: clock.now(), made_by: 'a test' };
  await tx
    .insertInto('council_documents')
    .values({
      council_id: councilId,
      kind,
      slug,
      version,
      hash: String(version),
      body: text,
      source: 'folder',
      is_current: true,
      ...made,
    })
    .execute();
}
