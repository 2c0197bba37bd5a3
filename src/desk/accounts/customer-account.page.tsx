import type { DeskShell } from '#platform/http/shell';
import { Button, Checkboxes, DeskPage, type Errors, Form, Link, type Values } from '#ui';
import type { HelpFacts } from './account-help.ts';
import { NOT_TRAINED } from './not-trained.ts';
import { WhereAndHow } from './where-and-how.page.tsx';

interface CustomerAccountPageProps extends HelpFacts {
  shell: DeskShell;
  /** The page of the customer or the conversation, to which this goes back. */
  path: string;
  hidden: Record<string, string>;
  values: Values;
  errors: Errors;
}

/** Help a customer into an account: staff send a link, the customer opens it. */
export function CustomerAccountPage(props: CustomerAccountPageProps) {
  const { shell, path, customer, account, isTrained, errors } = props;
  const title = account ? 'Send the way into the account' : 'Set up an account';
  return (
    <DeskPage {...shell} title={`${title}: ${customer.name}`} errors={errors}>
      <p class="govuk-body">
        <Link href={path}>Back to {customer.name}</Link>
      </p>
      <h1 class="govuk-heading-l">{title}</h1>
      <section class="fd-panel" aria-label={title}>
        {isTrained ? <HelpForm {...props} /> : <p class="fd-notice">{NOT_TRAINED}.</p>}
      </section>
    </DeskPage>
  );
}

function HelpForm({ path, rule, isChecked, hidden, values, errors }: CustomerAccountPageProps) {
  return (
    <Form action={`${path}/account`} hidden={hidden}>
      <WhereAndHow
        hint="The link works once, for an hour. They choose a new password from it, or use none. Nobody here sees or sets one."
        values={values}
        errors={errors}
      />
      {isChecked ? (
        <p class="govuk-body">Who they are was checked just now.</p>
      ) : (
        <Checkboxes
          name="facts"
          legend={`Who are they? ${String(rule.howMany)} of these must be right`}
          hint="Needed unless the address has been on their record for a week."
          small
          items={rule.facts.map((fact) => ({ value: fact, text: fact.replace(/-/g, ' ') }))}
          values={values}
          errors={errors}
        />
      )}
      <Button>Send the link</Button>
    </Form>
  );
}
