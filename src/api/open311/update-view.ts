import type { PublicUpdate } from '#modules/cases';
import { photoUrl } from './photo-url.ts';
import type { Open311Record } from './xml.ts';

/** A step of a report as the updates extension writes it, with a sentence where no public words were written. */
export function updateView(update: PublicUpdate, { publicUrl }: { publicUrl: string }): Open311Record {
  const { reference, photoId } = update;
  const { status, words } = statusOf(update);
  return {
    update_id: update.id,
    service_request_id: reference,
    status,
    updated_datetime: update.at.toISOString(),
    description: update.text ?? words,
    media_url: photoId === null ? '' : photoUrl(publicUrl, reference, photoId),
  };
}

interface Status {
  /** In the words that FixMyStreet reads beside OPEN and CLOSED. */
  status: string;
  words: string;
}

function statusOf({ step, ending }: PublicUpdate): Status {
  // A step that comes after the end keeps the report closed.
  return step === 'ended' || ending !== null ? (ENDINGS[ending ?? ''] ?? CLOSED) : STEPS[step];
}

const STEPS: Readonly<Record<Exclude<PublicUpdate['step'], 'ended'>, Status>> = {
  begun: { status: 'IN_PROGRESS', words: 'The people who do the work have taken it on.' },
  moved: { status: 'INTERNAL_REFERRAL', words: 'This was passed to another team of the council.' },
  reopened: { status: 'OPEN', words: 'This is open again.' },
  shown: { status: 'IN_PROGRESS', words: 'The council shows the work.' },
  told: { status: 'INVESTIGATING', words: 'The council is looking into this.' },
};

const CLOSED: Status = { status: 'CLOSED', words: 'This report is closed.' };
const NO_ACTION = 'NO_FURTHER_ACTION';

const ENDINGS: Readonly<Record<string, Status>> = {
  done: { status: 'FIXED', words: 'This is done.' },
  duplicate: { status: 'DUPLICATE', words: 'This was reported before, and that report is followed.' },
  'not-ours': { status: 'NOT_COUNCILS_RESPONSIBILITY', words: 'This belongs to somebody else, and was passed on.' },
  withdrawn: { status: NO_ACTION, words: 'This report was withdrawn.' },
  'no-access': { status: NO_ACTION, words: 'We could not get to it.' },
  'below-level': { status: NO_ACTION, words: 'It was inspected and is below the level at which we act.' },
  refused: { status: NO_ACTION, words: 'We cannot do this.' },
};
