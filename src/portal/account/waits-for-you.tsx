import type { CaseLine } from '#modules/cases';
import type { WaitedFor } from '#modules/evidence';
import { Link } from '#ui';
import { sayDate } from '../say-when.ts';

interface WaitsForYouProps {
  cases: readonly CaseLine[];
  /** What their cases still need from them. */
  pieces: readonly WaitedFor[];
}

/** What only the person can do: nothing else stands above it. */
export function WaitsForYou({ cases, pieces }: WaitsForYouProps) {
  const open = cases.filter(({ ending }) => ending === null);
  const needed = open.flatMap((one) =>
    pieces.filter(({ caseId }) => caseId === one.id).map((piece) => ({ one, piece })),
  );
  const isForPiece = (id: string) => needed.some(({ one, piece }) => one.id === id && piece.isWaitedFor);
  const waiting = open.filter(({ id, stage }) => stage === 'waiting' && !isForPiece(id));
  return (
    <section class="fd-needs-you" aria-labelledby="needs-you">
      <h2 class="govuk-heading-m" id="needs-you">
        What needs you
      </h2>
      {waiting.length + needed.length === 0 ? (
        <p class="govuk-body">Nothing: we have all that we need from you.</p>
      ) : null}
      <ul class="govuk-list">
        {needed.map(({ one, piece }) => (
          <li key={`${one.id} ${piece.piece}`}>
            <Link href={`/track/${one.reference}`}>
              Send or bring “{piece.name}” for {one.title}
            </Link>
            {piece.dueOn === null ? '.' : ` by ${sayDate(piece.dueOn)}.`}
          </li>
        ))}
        {waiting.map(({ id, reference, title }) => (
          <li key={id}>
            <Link href={`/track/${reference}`}>Answer our question about {title}</Link>. We go on when we have it.
          </li>
        ))}
      </ul>
    </section>
  );
}
