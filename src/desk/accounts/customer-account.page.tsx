import type { CustomerAccount } from '#modules/accounts';
import type { CustomerView, IdentityRule } from '#modules/customers';
import type { DeskShell } from '#platform/http/shell';
import { Button, Checkboxes, DeskPage, type Errors, Form, Link, type Values } from '#ui';
import { WhereAndHow } from './where-and-how.page.tsx';

interface CustomerAccountPageProps {
  shell: DeskShell;
  customer: CustomerView;
  account: CustomerAccount | undefined;
  rule: IdentityRule;
  hidden: Record<string, string>;
  values: Values;
  errors: Errors;
}

/** Help a customer into an account: staff send a link, the customer opens it. */
export function CustomerAccountPage({
  shell,
  customer,
  account,
  rule,
  hidden,
  values,
  errors,
}: CustomerAccountPageProps) {
  const path = `/desk/customers/${customer.id}`;
  const title = account ? 'Send the way into the account' : 'Set up an account';
  return (
    <DeskPage {...shell} title={`${title}: ${customer.name}`} errors={errors}>
      <p class="govuk-body">
        <Link href={path}>{customer.name}</Link>
      </p>
      <h1 class="govuk-heading-l">{title}</h1>
      <section class="fd-panel" aria-label={title}>
        <Form action={`${path}/account`} hidden={hidden}>
          <WhereAndHow
            hint="The link works once, for an hour. Nobody here sees or sets a password."
            values={values}
            errors={errors}
          />
          <Checkboxes
            name="facts"
            legend={`Who are they? ${String(rule.howMany)} of these must be right`}
            hint="Needed unless the address has been on their record for a week."
            small
            items={rule.facts.map((fact) => ({ value: fact, text: fact.replace(/-/g, ' ') }))}
            values={values}
            errors={errors}
          />
          <Button>Send the link</Button>
        </Form>
      </section>
    </DeskPage>
  );
}
