import { AdminLinks } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import { Button, DeskPage, EmptyState, type Errors, Form, Table, Textarea, TextInput, type Values } from '#ui';
import type { HoldView } from './hold-list.ts';
import type { RulePreview } from './preview-disposal.ts';
import type { ProofView } from './proof-list.ts';
import { FROM_WORDS, keepWords, RECORD_WORDS } from './words.ts';

interface RetentionPageProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  rules: readonly RulePreview[];
  holds: readonly HoldView[];
  proofs: readonly ProofView[];
  values: Values;
  errors: Errors;
}

/** What tonight's run would take and why, what is held from it, and the proof of what went. */
export function RetentionPage({ shell, hidden, rules, holds, proofs, values, errors }: RetentionPageProps) {
  return (
    <DeskPage {...shell} title="Keeping and disposing" errors={errors}>
      <AdminLinks />
      <h1 class="govuk-heading-l">Keeping and disposing</h1>
      <Rules rules={rules} />
      <Holds holds={holds} hidden={hidden} />
      <NewHold hidden={hidden} values={values} errors={errors} />
      <Proofs proofs={proofs} />
    </DeskPage>
  );
}

function Rules({ rules }: Pick<RetentionPageProps, 'rules'>) {
  return (
    <section>
      <h2 class="govuk-heading-m">What would go tonight</h2>
      <p class="govuk-body">
        The council's own rules. Each night at 02:20 UTC records whose time is over are disposed of for good. Nothing
        that is still open goes.
      </p>
      <div class="fd-scroll">
        <Table
          firstCellIsHeader
          head={[
            'Record',
            'Kept',
            'Why',
            { text: 'Due', numeric: true },
            'Oldest',
            'Newest',
            { text: 'Held', numeric: true },
          ]}
          rows={rules.map(({ rule, due, oldest, newest, held }) => [
            RECORD_WORDS[rule.record],
            `${keepWords(rule.keep)} from ${FROM_WORDS[rule.from]}`,
            <>
              {rule.why}. <span class="govuk-hint">{rule.source.text}</span>
            </>,
            { text: String(due), numeric: true },
            dayOf(oldest),
            dayOf(newest),
            { text: String(held), numeric: true },
          ])}
        />
      </div>
    </section>
  );
}

function Holds({ holds, hidden }: Pick<RetentionPageProps, 'holds' | 'hidden'>) {
  return (
    <section>
      <h2 class="govuk-heading-m">Legal holds</h2>
      {holds.length === 0 ? (
        <EmptyState title="Nothing is held" />
      ) : (
        <div class="fd-scroll">
          <Table
            head={['What', 'Why', 'By', 'Since', 'Lift']}
            rows={holds.map((hold) => [
              hold.reference ?? `${hold.subjectType} ${hold.subjectId}`,
              hold.why,
              hold.by,
              dayOf(hold.at),
              <Form action={`/desk/admin/retention/holds/${hold.id}/lift`} hidden={hidden}>
                <Button look="secondary">Lift the hold on {hold.reference ?? hold.subjectType}</Button>
              </Form>,
            ])}
          />
        </div>
      )}
    </section>
  );
}

function NewHold({ hidden, values, errors }: Pick<RetentionPageProps, 'hidden' | 'values' | 'errors'>) {
  const field = { values, errors };
  return (
    <Form action="/desk/admin/retention/holds" hidden={hidden}>
      <h3 class="govuk-heading-s">Hold a record</h3>
      <TextInput
        name="subject"
        label="Case reference, or the number of a customer's or contact's record"
        hint="Such as K7M3-QX9T. A hold on a customer also keeps their cases and contacts."
        width={20}
        {...field}
      />
      <Textarea name="why" label="Why" hint="The claim, inquiry or order. Do not name anybody." rows={3} {...field} />
      <Button>Hold it</Button>
    </Form>
  );
}

function Proofs({ proofs }: Pick<RetentionPageProps, 'proofs'>) {
  return (
    <section>
      <h2 class="govuk-heading-m">Proof of what went</h2>
      {proofs.length === 0 ? (
        <EmptyState title="Nothing has been disposed of yet" />
      ) : (
        <div class="fd-scroll">
          <Table
            head={['When (UTC)', 'Record', 'Rows', 'By', 'SHA-256 of the numbers of the records']}
            rows={proofs.map(({ at, rule, counts, by, sha256 }) => [
              at.toISOString().slice(0, 16).replace('T', ' '),
              rule,
              Object.entries(counts)
                .map(([table, count]) => `${count} ${table.replaceAll('_', ' ')}`)
                .join(', '),
              by,
              <code>{sha256}</code>,
            ])}
          />
        </div>
      )}
    </section>
  );
}

function dayOf(at: Date | null): string {
  return at ? at.toISOString().slice(0, 10) : '';
}
