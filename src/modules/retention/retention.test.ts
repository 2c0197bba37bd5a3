import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { endCase, openCase } from '#modules/cases';
import { addQuestion, identifyContact, sendMessage, startContact, wrapUp } from '#modules/contacts';
import { addNote, registerCustomer } from '#modules/customers';
import { linkFile, storeUpload } from '#modules/documents';
import { startDraft } from '#modules/forms';
import { type StaffActor, staffActor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { asOwner, inCouncil, type Tx } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { proofOf, runDisposal } from './run-disposal.ts';

/** Words that stand nowhere else in the demonstration: of the person who must be forgotten, and of one who must not. */
const GONE = { name: 'Zenobia Quillfeather', email: 'zenobia@quillfeather.example', phone: '07700 900481' };
const KEPT = { name: 'Barnaby Oxenstierna', email: 'barnaby@oxenstierna.example', phone: '07700 900482' };
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

let house: TestApp;
let ada: StaffActor;
let arjun: StaffActor;

beforeEach(async () => {
  house = await startApp({ now: '2019-03-05T10:00:00Z' });
  ada = await person('ada-mensah');
  arjun = await person('arjun-patel');
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => inCouncil(house.deps.db, house.councilId, work);
const run = () => runDisposal(house.deps, systemActor(house.councilId));

async function person(slug: string): Promise<StaffActor> {
  const actor = await inTx(async (tx) => {
    const row = await tx.selectFrom('staff_members').select('id').where('slug', '=', slug).executeTakeFirstOrThrow();
    return staffActor(tx, house.councilId, row.id);
  });
  if (!actor) throw new Error(`nobody is called ${slug}`);
  return actor;
}

function ok<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

/** A customer with a call, a case, a message, a note and a file: all that the house can hold of somebody. */
async function aLife(
  who: typeof GONE,
): Promise<{ customerId: string; contactId: string; caseId: string; reference: string }> {
  const { clock, deps } = house;
  const file = ok(await storeUpload(deps, ada, { name: `${who.name}.pdf`, bytes: PDF }));
  return inTx(async (tx) => {
    const reaches = [{ kind: 'email', value: who.email } as const, { kind: 'phone', value: who.phone } as const];
    const { customerId } = ok(await registerCustomer(tx, clock, ada, { name: who.name, reaches, source: 'phone' }));
    const { contactId } = ok(
      await startContact(tx, clock, ada, { channel: 'phone', direction: 'in', givenName: who.name }),
    );
    ok(await identifyContact(tx, clock, ada, { contactId, customerId }));
    ok(await addNote(tx, clock, ada, { customerId, note: `${who.name} prefers mornings` }));
    const opened = ok(
      await openCase(tx, clock, ada, {
        service: 'graffiti',
        channel: 'phone',
        answers: {},
        place: { words: `Behind the shop of ${who.name}`, lat: 51.54, lon: 0.08 },
        parties: [{ role: 'requester', customerId, name: who.name, email: who.email }],
        description: `${who.name} saw it`,
        contactId,
      }),
    );
    const { caseId, reference } = opened;
    const question = { contactId, act: 'report', reason: 'graffiti', caseId, note: who.name } as const;
    ok(await addQuestion(tx, clock, ada, question));
    ok(
      await linkFile(tx, clock, ada, {
        fileId: file.fileId,
        subjectType: 'case',
        subjectId: caseId,
        purpose: 'report',
      }),
    );
    const message = { key: `case:${caseId}:received`, template: 'received', to: { customerId }, caseId, variables: {} };
    ok(await sendMessage(tx, clock, ada, message));
    ok(await wrapUp(tx, clock, ada, { contactId, resolved: true, selfService: 'not-offered', summary: who.name }));
    return { customerId, contactId, caseId, reference };
  });
}

async function end(caseId: string): Promise<void> {
  const command = { case: caseId, ending: 'withdrawn', reason: 'The customer cleaned it.' } as const;
  ok(await inTx((tx) => endCase(tx, house.clock, arjun, command)));
}

/** Every table of the house and the queue that still says one of these words anywhere in a row. */
async function tablesThatName(words: string[]): Promise<string[]> {
  return asOwner(house.deps.db, async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') order by 1`.execute(tx);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.raw(name)} t
        where ${sql.join(
          words.map((word) => sql`t::text ilike ${`%${word}%`}`),
          sql` or `,
        )}`.execute(tx);
      if ((rows[0]?.n ?? 0) > 0) found.push(name);
    }
    return found;
  });
}

const filesHeld = async () => {
  const keys = await inTx((tx) => tx.selectFrom('files').select('original_key').execute());
  return keys.length;
};

describe('when its time is over', () => {
  test('a person is in no table any more, nor is any file, and whoever is not due is untouched', async () => {
    const gone = await aLife(GONE);
    await end(gone.caseId);
    await house.work();
    const before = await tablesThatName([GONE.name, GONE.email]);
    expect(before).toContain('public.customers');
    const originals = await inTx((tx) => tx.selectFrom('files').select('original_key').execute());
    house.clock.moveTo('2024-06-01T10:00:00Z');
    const kept = await aLife(KEPT);
    await end(kept.caseId);
    await house.work();

    house.clock.moveTo('2025-04-01T02:20:00Z');
    ok(await run());
    await house.work();

    const words = [GONE.name, GONE.email, GONE.phone.replace(' ', ''), '7700900481', gone.customerId, gone.caseId];
    expect((await tablesThatName(words)).filter((table) => table !== 'public.audit_entries')).toEqual([]);
    expect(await tablesThatName([GONE.name, GONE.email])).toEqual([]);
    expect(await house.deps.files.get(originals[0]?.original_key ?? '')).toBeNull();
    expect(await tablesThatName([KEPT.name])).toEqual(expect.arrayContaining(['public.customers', 'public.cases']));
    expect(await filesHeld()).toBe(1);
  });

  test('each batch leaves a proof whose hash fits the list of what went, and an audit entry', async () => {
    const { caseId } = await aLife(GONE);
    await end(caseId);
    house.clock.moveTo('2025-04-01T02:20:00Z');
    const { counts } = ok(await run());
    expect(counts).toMatchObject({ cases: 1, customers: 1, contacts: 2, messages: 1 });
    const proof = await inTx((tx) =>
      tx.selectFrom('disposals').selectAll().where('rule', '=', 'case').executeTakeFirstOrThrow(),
    );
    expect(proof.proof_sha256).toBe(proofOf([caseId]));
    expect(proof.counts).toMatchObject({ records: 1, cases: 1 });
    const acts = await inTx((tx) =>
      tx.selectFrom('audit_entries').select('act').where('act', '=', 'retention.disposed').execute(),
    );
    expect(acts.length).toBeGreaterThan(2);
  });

  test('a second run finds nothing', async () => {
    const { caseId } = await aLife(GONE);
    await end(caseId);
    house.clock.moveTo('2025-04-01T02:20:00Z');
    await run();
    expect(ok(await run()).counts).toEqual({});
  });

  test('an open case keeps its people, its calls and its messages', async () => {
    await aLife(GONE);
    house.clock.moveTo('2035-04-01T02:20:00Z');
    await run();
    expect(await tablesThatName([GONE.name])).toEqual(
      expect.arrayContaining(['public.cases', 'public.contacts', 'public.customers']),
    );
  });

  test('nobody but an administrator or the clock can start it', async () => {
    expect(await runDisposal(house.deps, ada)).toEqual({ ok: false, refusal: 'not-allowed' });
  });
});

describe('a legal hold', () => {
  test('keeps a case and all that belongs to it, until it is lifted', async () => {
    const held = await aLife(GONE);
    await end(held.caseId);
    const sam = await house.signedIn('sam-carter');
    await sam.visit('/desk/admin/retention');
    await sam.submit({ subject: held.reference.toLowerCase(), why: 'Claim 7 of 2020' });
    expect(sam.text).toContain(held.reference);

    house.clock.moveTo('2035-04-01T02:20:00Z');
    ok(await run());
    expect(await tablesThatName([GONE.name])).toEqual(
      expect.arrayContaining(['public.cases', 'public.contacts', 'public.customers', 'public.messages']),
    );
    expect(await filesHeld()).toBe(1);

    const again = await house.signedIn('sam-carter');
    await again.visit('/desk/admin/retention');
    const lift = /\/desk\/admin\/retention\/holds\/[\w-]+\/lift/.exec(again.html)?.[0] ?? '';
    await again.submit({}, lift);
    expect(again.text).toContain('Nothing is held');
    ok(await run());
    expect(await tablesThatName([GONE.name])).toEqual([]);
  });

  test('on a customer keeps their cases and contacts too', async () => {
    const held = await aLife(GONE);
    await end(held.caseId);
    const sam = await house.signedIn('sam-carter');
    await sam.visit('/desk/admin/retention');
    await sam.submit({ subject: held.customerId, why: 'Inquiry' });
    house.clock.moveTo('2035-04-01T02:20:00Z');
    await run();
    expect(await tablesThatName([held.caseId])).toEqual(expect.arrayContaining(['public.cases', 'public.messages']));
  });

  test('on nothing that is here is refused at the field, and what was typed stays', async () => {
    const sam = await house.signedIn('sam-carter');
    await sam.visit('/desk/admin/retention');
    await sam.submit({ subject: 'nonsense', why: 'Claim "7"' });
    expect([sam.status, sam.text]).toEqual([422, expect.stringContaining('that is here')]);
    expect(sam.html).toContain('value="nonsense"');
    expect(sam.text).toContain('Claim "7"');
  });
});

describe('the page', () => {
  test('shows by rule what would go, what is held, and is for administrators alone', async () => {
    const { caseId } = await aLife(GONE);
    await end(caseId);
    house.clock.moveTo('2025-04-01T02:20:00Z');
    const sam = await house.signedIn('sam-carter');
    await sam.visit('/desk/admin/retention');
    expect(sam.text).toMatch(
      /Cases, with their jobs, promises and story 6 years from when its case ended .* 1 2019-03-05 2019-03-05 0/,
    );
    const adviser = await house.signedIn('ada-mensah');
    await adviser.visit('/desk/admin/retention');
    expect(adviser.status).toBe(403);
  });
});

describe('every hour', () => {
  test('unfinished reports, old sessions, links and counts are forgotten by the queue', async () => {
    const { clock, deps, councilId } = house;
    await inTx(async (tx) => {
      await startDraft(tx, clock, systemActor(councilId), {
        serviceSlug: 'graffiti',
        serviceVersion: 1,
        channel: 'web',
      });
      const at = clock.now();
      const link = {
        purpose: 'job',
        subject_type: 'job',
        subject_id: councilId,
        data: '{}',
        made_at: at,
        expires_at: at,
      };
      await tx
        .insertInto('one_time_links')
        .values({
          council_id: councilId,
          token_hash: Buffer.from('a'),
          uses_left: 1,
          last_used_at: null,
          revoked_at: null,
          ...link,
        })
        .execute();
      await tx
        .insertInto('idempotency_keys')
        .values({ council_id: councilId, key: 'k', scope: 's', at, request_hash: 'h', response: null })
        .execute();
    });
    await house.signedIn('ada-mensah');
    clock.advance(40 * 24 * 60);
    await asOwner(deps.db, (tx) => sql`select graphile_worker.add_job('retention-housekeeping')`.execute(tx));
    await house.work();
    const left = await asOwner(deps.db, (tx) =>
      sql`select (select count(*) from drafts) as drafts, (select count(*) from sessions) as sessions,
        (select count(*) from one_time_links) as links, (select count(*) from idempotency_keys) as keys`.execute(tx),
    );
    expect(left.rows).toEqual([{ drafts: 0, sessions: 0, links: 0, keys: 0 }]);
  });
});
