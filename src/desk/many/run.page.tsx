import type { BulkRunView } from '#modules/cases';
import { describeDue } from '#modules/promises';
import type { DeskShell } from '#platform/http/shell';
import { DeskPage, Link, SummaryList, Table, Tag } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { UNCHANGED_WORDS } from './many-words.ts';

interface RunProps {
  shell: DeskShell;
  run: BulkRunView;
  zone: string;
  now: Date;
}

/** How far it is, without a script: the link looks again. Then what was left as it was, and why. */
export function RunPage({ shell, run, zone, now }: RunProps) {
  const { cases, done, finishedAt, madeAt, madeBy, message, newDueAt } = run;
  const number = (count: number) => count.toLocaleString('en-GB');
  return (
    <DeskPage {...shell} title={finishedAt ? 'Done' : `${number(done)} of ${number(cases)}`}>
      <p class="govuk-body">
        <Link href="/desk/work/many">Write to many</Link>
      </p>
      <h1 class="govuk-heading-l">
        {number(done)} of {number(cases)} cases{' '}
        {finishedAt ? <Tag colour="green">Done</Tag> : <Tag colour="yellow">Going on</Tag>}
      </h1>
      <section class="fd-panel" aria-label="How far it is">
        <progress class="fd-progress" max={cases} value={done} aria-label="Cases done">
          {number(done)} of {number(cases)}
        </progress>
        {finishedAt ? null : (
          <p class="govuk-body">
            <Link href={`/desk/work/many/${run.id}`}>Look again</Link>. It goes on by itself: you can leave this page.
          </p>
        )}
        <SummaryList
          noBorder
          class="fd-facts fd-facts--wide"
          rows={[
            { key: 'Started', value: `${shortWhen(madeAt, zone, now)}, ${madeBy}` },
            ...(finishedAt ? [{ key: 'Done', value: shortWhen(finishedAt, zone, now) }] : []),
            { key: 'Told', value: message },
            { key: 'New date', value: newDueAt ? describeDue(newDueAt, zone, now) : 'The dates stay' },
          ]}
        />
      </section>
      <Unchanged run={run} />
    </DeskPage>
  );
}

function Unchanged({ run: { unchanged, finishedAt } }: Pick<RunProps, 'run'>) {
  if (unchanged.length === 0) {
    return finishedAt ? <p class="govuk-body">Every case was changed as it was meant.</p> : null;
  }
  return (
    <section class="fd-panel" aria-labelledby="unchanged-title">
      <h2 class="govuk-heading-m" id="unchanged-title">
        Not changed in full <span class="fd-count">{unchanged.length.toLocaleString('en-GB')}</span>
      </h2>
      <div class="fd-scroll">
        <Table
          head={['Case', 'Service', 'Why']}
          rows={unchanged.map(({ reference, title, why }) => [
            <Link key={reference} href={`/desk/cases/${reference}`}>
              {reference}
            </Link>,
            title,
            { text: UNCHANGED_WORDS[why], class: 'fd-wrap' },
          ])}
        />
      </div>
    </section>
  );
}
