import { ENDINGS, english } from '#modules/councils';
import { Button, Details, Form, Radios, Textarea, TextInput } from '#ui';
import { ENDING_WORDS } from '../words.ts';
import { Assign, Move, NewDate } from './case-handling.page.tsx';
import type { CasePageProps } from './case-page-props.ts';

/** What can be done with the case now. */
export function CaseActions(props: CasePageProps) {
  const { view, hidden, errors, values } = props;
  const path = `/desk/cases/${view.reference}`;
  const shown = { values, errors };
  return (
    <section class="fd-panel" aria-labelledby="actions-title">
      <h2 class="govuk-heading-m" id="actions-title">
        What to do
      </h2>
      <Form action={`${path}/note`} hidden={hidden}>
        <Textarea {...shown} name="note" label="Note for colleagues" rows={2} />
        <Button look="secondary">Add note</Button>
      </Form>
      {view.ending ? <Reopen {...props} path={path} /> : <Open {...props} path={path} />}
      <Details
        summary="It is also a complaint, a claim, a request for information…"
        open={errors['mark'] !== undefined}
      >
        <Form action={`${path}/mark`} hidden={{ ...hidden, case: view.id }} class="fd-buttons">
          {[...props.directory.config.marks.values()].map(({ mark, name }) => (
            <Button key={mark} name="mark" value={mark} look="secondary">
              {english(name)}
            </Button>
          ))}
        </Form>
      </Details>
    </section>
  );
}

type Part = CasePageProps & { path: string };

function Open(props: Part) {
  const { path, hidden, errors, values, offers } = props;
  const shown = { values, errors };
  const isEnding = ['ending', 'ending-reason', 'challenge', 'passed-to', 'follows'].some((field) => errors[field]);
  return (
    <>
      {offers.work ? <Assign {...props} /> : null}
      <Details summary="Ask the customer" open={errors['question'] !== undefined}>
        <Form action={`${path}/question`} hidden={hidden}>
          <Textarea
            {...shown}
            name="question"
            label="What do you need to know?"
            hint="They are written to. The promise waits for their answer where its standard says so."
            rows={2}
          />
          <Button look="secondary">Ask</Button>
        </Form>
      </Details>
      {offers.work ? <Move {...props} /> : null}
      {offers.give ? <NewDate {...props} /> : null}
      <Details summary="End the case" open={isEnding}>
        <Form action={`${path}/ending`} hidden={hidden}>
          <Radios
            {...shown}
            name="ending"
            legend="How does it end?"
            small
            items={ENDINGS.map((ending) => ({ value: ending, text: ENDING_WORDS[ending] ?? ending }))}
          />
          <Textarea {...shown} name="ending-reason" label="What the customer will read" rows={3} />
          <TextInput {...shown} name="passed-to" label="Not ours: passed on to" />
          <TextInput {...shown} name="challenge" label="Refused: how to challenge it" />
          <TextInput {...shown} name="follows" label="Duplicate: reference of the other case" width={10} />
          <Button look="warning">End the case</Button>
        </Form>
      </Details>
    </>
  );
}

function Reopen({ path, hidden, errors, values }: Part) {
  return (
    <Details summary="It is not fixed" open={errors['because'] !== undefined}>
      <Form action={`${path}/reopening`} hidden={hidden}>
        <Textarea values={values} errors={errors} name="because" label="What is not right?" rows={2} />
        <Button>Open it again</Button>
      </Form>
    </Details>
  );
}
