import { draftOfToken, startDraft } from '#modules/forms';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import { CSRF_FIELD } from '#platform/http/shell';
import { NEARBY_TOLD } from '../../src/portal/report/open-nearby.ts';
import type { TestApp } from './app.ts';

const REPORT = '/services/pothole/report';

/** Somebody who has answered everything about a pothole and is about to press "Send report". */
export interface Resident {
  draftId: string;
  email: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Residents at the page "check your answers", each with a browser, a draft and a network address of their own. One of
 * them walks through the pages; the others have answered the same.
 */
export async function residentsAboutToSend(home: TestApp, count: number): Promise<Resident[]> {
  const first = home.browser();
  await first.visit(REPORT);
  await first.submit({}, REPORT);
  await first.submit({ place: 'IG11 0AE' });
  await first.submit({ place: 'near-999000001001', detail: '' });
  await first.submit({ 'where-in-road': 'road' });
  await first.submit({ danger: 'no' });
  await first.submit({ size: 'hand' });
  await first.submit({ details: 'Beside the bus stop' });
  await first.submit({ photo: '' });
  await first.submit({ name: 'Sam Okoro', email: 'sam@example.com', phone: '' });
  const csrf = { cookie: first.cookie('_csrf') ?? '', field: hiddenField(first.html, CSRF_FIELD) };
  const { deps, councilId } = home;
  return inCouncil(deps.db, councilId, async (tx) => {
    const walked = await draftOfToken(tx, deps.clock, councilId, { token: first.cookie('report') ?? '' });
    if (!walked) throw new Error(`the first resident did not reach the answers: ${first.text}`);
    const residents: Resident[] = [];
    for (let n = 1; n <= count; n += 1) {
      const email = `resident-${String(n)}@example.com`;
      const contact = { name: `Resident ${String(n)}`, email, phone: '' };
      // Each was shown the others' reports nearby, and said that theirs is another one.
      const state = { ...walked.state, contact, told: [NEARBY_TOLD] };
      const { serviceSlug, serviceVersion } = walked;
      const draft = { serviceSlug, serviceVersion, channel: 'web', state };
      const { id, token } = await startDraft(tx, deps.clock, visitor(councilId), draft);
      residents.push({
        draftId: id,
        email,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: `_csrf=${csrf.cookie}; report=${token}`,
          'x-forwarded-for': `10.0.${String(n >> 8)}.${String(n & 255)}`,
        },
        body: new URLSearchParams({ draft: id, [CSRF_FIELD]: csrf.field }).toString(),
      });
    }
    return residents;
  });
}

/** What a resident sees after pressing: the report was taken, "try again", or a browser that could not reach anybody. */
type Seen = 'taken' | 'try again' | 'no answer';

/**
 * Press "Send report". Any other answer than the three is thrown: nobody should ever see it. Who is told to try again is
 * given their form back, to be sent with one press.
 */
export async function pressSend(server: { url: string }, resident: Resident): Promise<Seen> {
  const headers = { ...resident.headers, origin: server.url };
  const { body } = resident;
  let reply: Response;
  try {
    reply = await fetch(`${server.url}${REPORT}/answers`, { method: 'POST', redirect: 'manual', headers, body });
  } catch {
    return 'no answer';
  }
  if (reply.status === 303 && reply.headers.get('location') === `${REPORT}/sent`) return 'taken';
  if (reply.status === 503 && reply.headers.has('retry-after') && (await isHandedBack(reply.clone(), resident)))
    return 'try again';
  throw new Error(
    `pressing "Send report" was answered ${String(reply.status)} ${reply.headers.get('location') ?? ''} ${await reply.text()}`,
  );
}

async function isHandedBack(reply: Response, { draftId }: Resident): Promise<boolean> {
  const page = await reply.text();
  return page.includes(`value="${draftId}"`) && page.includes('Send it again');
}

/** Press until it is taken, as somebody does who was told to try again. */
export async function pressUntilTaken(server: { url: string }, resident: Resident): Promise<void> {
  while ((await pressSend(server, resident)) !== 'taken') await new Promise((resolve) => setTimeout(resolve, 200));
}

/** The reference on the confirmation page of a resident whose report was taken. */
export async function referenceShown(server: { url: string }, { headers }: Resident): Promise<string> {
  const { cookie = '' } = headers;
  const page = await (await fetch(`${server.url}${REPORT}/sent`, { headers: { cookie } })).text();
  return /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(page.replace(/<[^>]*>/g, ' '))?.[0] ?? '';
}

function hiddenField(html: string, name: string): string {
  const input = (html.match(/<input[^>]*>/g) ?? []).find((one) => one.includes(`name="${name}"`)) ?? '';
  return /value="([^"]*)"/.exec(input)?.[1] ?? '';
}
