import { type CouncilFace, Details, Link } from '#ui';

interface StuckProps {
  council: CouncilFace;
  summary: string;
}

/** The other ways on: nobody is left with a page that does not work for them. */
export function Stuck({ council, summary }: StuckProps) {
  return (
    <Details summary={summary}>
      <p class="govuk-body">You do not need an account for our services. We can also set one up with you:</p>
      <ul class="govuk-list govuk-list--bullet">
        {council.phone ? (
          <li>
            call us on <strong class="fd-nowrap">{council.phone}</strong>
            {council.phoneHours ? `, ${council.phoneHours}` : ''}
          </li>
        ) : null}
        <li>
          <Link href="/contact">come to one of our offices</Link>, and somebody sits down with you
        </li>
      </ul>
    </Details>
  );
}
