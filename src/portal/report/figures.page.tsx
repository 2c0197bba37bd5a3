import { english } from '#modules/councils';
import { figuresOn, sayPounds } from '#modules/questions';
import { formOf } from '#modules/services';
import { Link } from '#ui';
import { type OpenReport, today } from './on-report.ts';

const KINDS = { law: 'law', code: 'national code', example: 'an example, not checked', own: 'our own rule' } as const;

/** The figures that a result rests on, as they stand today, each with where it comes from. */
export function FiguresUsed({ report }: { report: OpenReport }) {
  const { figures } = formOf(report.service).definition;
  const amounts = figuresOn(figures, today(report));
  const used = figures.flatMap((figure) => {
    const amount = amounts.get(figure.id);
    return amount ? [{ ...figure, amount }] : [];
  });
  if (used.length === 0) return null;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">The figures that we used</span>
      </summary>
      <ul class="govuk-details__text govuk-list govuk-list--bullet">
        {used.map(({ id, label, amount, source }) => (
          <li key={id}>
            {english(label)}: {amount.isMoney ? sayPounds(amount.value) : amount.value}.{' '}
            {source.url === undefined ? source.text : <Link href={source.url}>{source.text}</Link>} (
            {KINDS[source.kind]}).
          </li>
        ))}
      </ul>
    </details>
  );
}
