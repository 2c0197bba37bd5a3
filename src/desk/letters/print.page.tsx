import type { Letter } from '#modules/contacts';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, Link } from '#ui';
import { longDay } from '../../doors/when.ts';
import { bodyForStaff } from '../look/message-words.ts';

/** What stands at the head of every letter. */
export interface LetterHead {
  council: string;
  /** Where an answer by post goes: name, lines, postcode. */
  from: readonly string[];
  phone: string;
}

interface PrintPageProps {
  shell: DeskShell;
  head: LetterHead;
  letters: readonly Letter[];
  backHref: string;
  publicUrl: string;
  zone: string;
}

/** A sheet for each letter, with the address where the window of a DL envelope is. */
export function PrintPage({ shell, head, letters, backHref, publicUrl, zone }: PrintPageProps) {
  return (
    <DeskPage {...shell} title="Print letters">
      <div class="fd-no-print">
        <h1 class="govuk-heading-l">Print letters</h1>
        <p class="govuk-body">
          Print this page: each letter begins a new sheet. Then <Link href={backHref}>go back</Link> and say which are
          in the post.
        </p>
      </div>
      {letters.map((letter) => (
        <article key={letter.id} class="fd-post" aria-label={`Letter to ${letter.toName ?? letter.to}`}>
          <address class="fd-post__from">
            {[head.council, ...head.from, head.phone].map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
          <address class="fd-post__to">
            {[letter.toName ?? 'The householder', ...letter.to.split(/,\s*/)].map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
          <p class="fd-post__date">{longDay(letter.madeAt, zone)}</p>
          {letter.subject === null ? null : <h2 class="govuk-heading-m">{letter.subject}</h2>}
          <p class="govuk-body fd-letter">{bodyForStaff(letter.body, publicUrl)}</p>
        </article>
      ))}
    </DeskPage>
  );
}
