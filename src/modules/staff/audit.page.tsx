import type { DeskShell } from '#platform/http/shell';
import { DeskPage, EmptyState, type Errors, Filters, Pagination, Select, Table, TextInput, type Values } from '#ui';
import type { AuditRow } from './audit-search.ts';
import { AdminLinks } from './staff-admin.page.tsx';

interface AuditPageProps {
  shell: DeskShell;
  rows: readonly AuditRow[];
  people: readonly { slug: string; name: string }[];
  values: Values;
  errors: Errors;
  nextHref: string | undefined;
  csvHref: string;
}

/** Who did what and who looked at whose record, newest first. */
export function AuditPage({ shell, rows, people, values, errors, nextHref, csvHref }: AuditPageProps) {
  const field = { values, errors };
  return (
    <DeskPage {...shell} title="Audit" errors={errors}>
      <AdminLinks />
      <h1 class="govuk-heading-l">Audit</h1>
      <Filters action="/desk/admin/audit" clearHref="/desk/admin/audit">
        <Select
          name="who"
          label="Who acted"
          items={[{ value: '', text: 'Anybody' }, ...people.map(({ slug, name }) => ({ value: slug, text: name }))]}
          {...field}
        />
        <TextInput
          name="about"
          label="About"
          hint="A reference such as K7M3-QX9T, or the number of a record."
          width={20}
          {...field}
        />
        <TextInput name="act" label="Act" hint="Such as staff.signed-in, or staff for all." width={20} {...field} />
        <TextInput name="purpose" label="Purpose of a look" width={20} {...field} />
        <TextInput name="from" type="date" label="From" {...field} />
        <TextInput name="to" type="date" label="To, that day included" {...field} />
      </Filters>
      <p class="govuk-body">
        <a class="govuk-link" href={csvHref}>
          Save all of these as CSV
        </a>
        . Searches and exports are in the audit too.
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Nothing was found">
          <p class="govuk-body">Take a filter away, or check the reference.</p>
        </EmptyState>
      ) : (
        <div class="fd-scroll">
          <Table
            head={['When (UTC)', 'Who', 'What', 'About', 'Purpose', 'Detail']}
            rows={rows.map((row) => [
              row.at.toISOString().slice(0, 19).replace('T', ' '),
              row.actorName,
              row.kind === 'read' ? `${row.act} (looked)` : row.act,
              row.subjectId === null ? (
                row.subjectType
              ) : (
                <a class="govuk-link" href={`/desk/admin/audit?about=${row.subjectId}`}>
                  {row.subjectType}
                </a>
              ),
              row.purpose ?? '',
              <code>{Object.keys(row.detail).length > 0 ? JSON.stringify(row.detail) : ''}</code>,
            ])}
          />
        </div>
      )}
      {nextHref === undefined ? null : <Pagination next={{ href: nextHref, text: 'Earlier' }} />}
    </DeskPage>
  );
}
