import { type AccountActor, accountView, actsFor } from '#modules/accounts';
import { english } from '#modules/councils';
import { type BegunForm, begunForms, type FormOwner } from '#modules/forms';
import { serviceVersion } from '#modules/services';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';

/** A form that was begun and not sent, in words. */
export interface BegunFormLine {
  id: string;
  service: string;
  /** For whom it is filled in, where that is not the person themselves. */
  forWhom: string | null;
  changedAt: Date;
  keptUntil: Date;
}

/** Whose forms they are: those of the account, and those saved to the address that it has proven. */
export async function formOwner(tx: Tx, account: AccountActor): Promise<FormOwner> {
  const { email } = await accountView(tx, account);
  return { accountId: account.id, email };
}

/** The forms that somebody has begun, the newest first. */
export async function begunFormsOf(tx: Tx, { clock }: Deps, account: AccountActor): Promise<BegunFormLine[]> {
  const { councilId } = account;
  const forms = await begunForms(tx, clock, councilId, await formOwner(tx, account));
  const helped = forms.some(({ grantId }) => grantId !== null) ? await actsFor(tx, clock, account) : [];
  const lines: BegunFormLine[] = [];
  for (const form of forms) {
    const forWhom = helped.find(({ grantId }) => grantId === form.grantId)?.name ?? null;
    // A form for somebody whom they may not ask for any more is theirs no longer.
    if (form.grantId !== null && forWhom === null) continue;
    lines.push({ ...form, service: await nameOf(tx, councilId, form), forWhom });
  }
  return lines;
}

async function nameOf(tx: Tx, councilId: string, { serviceSlug, serviceVersion: version }: BegunForm): Promise<string> {
  const service = await serviceVersion(tx, councilId, serviceSlug, version);
  return service ? english(service.name) : serviceSlug;
}
