import { type AwardView, sayPayeeAtDesk, upcoming } from '#modules/awards';
import { sayDay } from '#modules/decisions';
import { sayPounds } from '#modules/questions';
import { isApplication } from '#modules/services';
import { Details, ScrollRegion, Table, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { CasePageProps } from './case-page-props.ts';

/** What the back office pays for this case and when, as it said; for a service that pays, also that it has not yet. */
export function CasePayments({ awards, ...props }: CasePageProps) {
  const service = props.directory.catalogue.services.get(props.view.service.slug)?.service;
  const pays = service !== undefined && isApplication(service) && service.pays === true;
  if (awards.length === 0 && !pays) return null;
  return (
    <section class="fd-panel" aria-labelledby="payments">
      <h2 class="govuk-heading-m" id="payments">
        Payments <span class="fd-count">{awards.length}</span>
      </h2>
      {awards.length === 0 ? (
        <p class="fd-mute">The back office has sent no payments. The customer sees none.</p>
      ) : null}
      {awards.map((award) => (
        <Award key={award.id} {...props} award={award} />
      ))}
    </section>
  );
}

type AwardProps = Pick<CasePageProps, 'directory' | 'now' | 'today'> & { award: AwardView };

function Award({ award, directory, now, today }: AwardProps) {
  const { next, coming, before } = upcoming(award.payments, today);
  const came = `${award.by}, ${shortWhen(award.at, directory.config.profile.zone, now)}`;
  return (
    <div>
      <h3 class="govuk-heading-s">
        {award.name} {award.isCorrected ? <Tag colour="yellow">Corrected</Tag> : null}
      </h3>
      {award.isShown ? null : (
        <p class="fd-notice">The customer does not see this: no decision that says yes stands.</p>
      )}
      {award.amount === '' ? null : <p class="govuk-body">{award.amount}</p>}
      <p class="govuk-body">
        {next
          ? `Next: ${sayPounds(next.pence)} on ${sayDay(next.on)}, to ${sayPayeeAtDesk(next.to)}`
          : 'No payment is planned now.'}
      </p>
      <Details summary={`All ${award.payments.length} payments`}>
        <ScrollRegion label={`All payments of ${award.name}`}>
          <Table
            head={['Date', { text: 'Amount', numeric: true }, 'To', 'State']}
            rows={[...coming, ...before].map(({ on, pence, to, state }) => [
              sayDay(on),
              { text: sayPounds(pence), numeric: true },
              sayPayeeAtDesk(to),
              state === 'planned' && on < today ? 'planned, not said to be paid' : state,
            ])}
          />
        </ScrollRegion>
      </Details>
      <p class="govuk-body-s fd-mute">{came}</p>
    </div>
  );
}
