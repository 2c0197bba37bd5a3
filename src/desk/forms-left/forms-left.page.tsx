import { english } from '#modules/councils';
import type { FormLeft, FormToCall } from '#modules/forms';
import { isTransaction, questionsOf } from '#modules/services';
import type { DeskShell } from '#platform/http/shell';
import { Button, DeskPage, EmptyState, Form, ScrollRegion, Table } from '#ui';
import { shortDay } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';

interface FormsLeftProps {
  shell: DeskShell;
  toCall: readonly FormToCall[];
  left: readonly FormLeft[];
  directory: Directory;
  days: number;
  now: Date;
  token: Record<string, string>;
}

/** Who may be called about a form that they left, and where people stop. */
export function FormsLeftPage({ shell, ...props }: FormsLeftProps) {
  return (
    <DeskPage {...shell} title="Forms left">
      <h1 class="govuk-heading-l">Forms left unfinished</h1>
      <h2 class="govuk-heading-m">May be called</h2>
      <ToCall {...props} />
      <h2 class="govuk-heading-m">Where people stopped, last {props.days} days</h2>
      <Stopped {...props} />
    </DeskPage>
  );
}

type ListProps = Omit<FormsLeftProps, 'shell'>;

function ToCall({ toCall, directory, now, token }: ListProps) {
  if (toCall.length === 0) {
    return (
      <EmptyState title="Nobody waits to be called">
        People are listed here when they saved a form, said that we may call, and did not go on with it.
      </EmptyState>
    );
  }
  const { zone } = directory.config.profile;
  const whatToDo = { text: <span class="govuk-visually-hidden">What to do</span> };
  return (
    <ScrollRegion label="People to call">
      <Table
        head={['Who', 'Number', 'Form', 'Stopped at', 'Left', whatToDo]}
        rows={toCall.map((one) => [
          one.name || 'No name given',
          one.number,
          nameOf(directory, one.serviceSlug),
          pageName(directory, one.serviceSlug, one.page ?? ''),
          shortDay(one.leftAt, zone, now),
          <div key="what" class="fd-buttons">
            <Form action={`/desk/forms-left/${one.id}/contact`} hidden={token}>
              <Button look="secondary">
                Call and go on with it<span class="govuk-visually-hidden">, {one.name}</span>
              </Button>
            </Form>
            <Form action={`/desk/forms-left/${one.id}/call`} hidden={token}>
              <Button look="secondary">
                I have called<span class="govuk-visually-hidden"> {one.name}</span>
              </Button>
            </Form>
          </div>,
        ])}
      />
    </ScrollRegion>
  );
}

function Stopped({ left, directory }: ListProps) {
  if (left.length === 0) {
    return (
      <EmptyState title="No form was left">
        Forms that were begun and never sent are counted here, without names.
      </EmptyState>
    );
  }
  return (
    <ScrollRegion label="Where people stopped">
      <Table
        head={['Form', 'Stopped at', { text: 'Times', numeric: true }, { text: 'Saved first', numeric: true }]}
        rows={left.map(({ serviceSlug, page, times, saved }) => [
          nameOf(directory, serviceSlug),
          pageName(directory, serviceSlug, page),
          { text: String(times), numeric: true },
          { text: String(saved), numeric: true },
        ])}
      />
    </ScrollRegion>
  );
}

function nameOf({ catalogue }: Directory, slug: string): string {
  const service = catalogue.services.get(slug)?.service;
  return service ? english(service.name) : slug;
}

/** The question, where the page was one; a page of an item of several counts as its question. */
function pageName({ catalogue }: Directory, slug: string, page: string): string {
  const service = catalogue.services.get(slug)?.service;
  const id = page.split('.')[0];
  const question = service && isTransaction(service) ? questionsOf(service).find((one) => one.id === id) : undefined;
  return question ? english(question.label) : page || 'the start';
}
