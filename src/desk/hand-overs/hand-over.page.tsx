import { type HandOverView, NOT_ARRIVED, RESULT_WORDS, RESULTS } from '#modules/handovers';
import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  DeskPage,
  type Errors,
  Form,
  InsetText,
  Link,
  Radios,
  ScrollRegion,
  SummaryList,
  Table,
  Tag,
  Textarea,
  TextInput,
  type Values,
  WarningText,
} from '#ui';
import { shortWhen } from '../../doors/when.ts';
import { TriesTable } from '../tries-table.tsx';
import { howWords, KIND_WORDS, SAID_WORDS, STANDING_WORDS, STATE_WORDS, TRY_WORDS } from './hand-over-words.ts';

interface HandOverProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  view: HandOverView;
  about: { name: string; missing: string | null };
  /** The reader may say what was done or answered by hand. */
  mayAnswer: boolean;
  errors: Errors;
  values: Values;
  zone: string;
  now: Date;
}

/** One hand-over: where it went, every try, what came back, and what a person can do. */
export function HandOverPage(props: HandOverProps) {
  const { shell, view, about, errors } = props;
  const [words, colour] = STATE_WORDS[view.state];
  return (
    <DeskPage {...shell} title={`${view.reference} to ${about.name}`} errors={errors}>
      <p class="govuk-body">
        <Link href="/desk/hand-overs">Hand-overs</Link>
      </p>
      <h1 class="govuk-heading-l">
        {view.title} to {about.name} <Tag colour={colour}>{words}</Tag>
      </h1>
      {view.attention === null ? null : <WarningText>{view.attention}</WarningText>}
      <div class="fd-columns">
        <div>
          <section class="fd-panel" aria-label="Where it went">
            <SummaryList rows={factsOf(props)} />
          </section>
          <Tries {...props} />
          <Answers {...props} />
        </div>
        <Acts {...props} />
      </div>
    </DeskPage>
  );
}

function factsOf({ view, about, zone, now }: HandOverProps) {
  const when = (at: Date) => shortWhen(at, zone, now);
  const { deliveredAt, deliveredBy, deliveredNote, externalReference, lastError, nextAt, result } = view;
  const arrived = deliveredAt ? [when(deliveredAt), howWords(view), deliveredBy].filter(Boolean).join(', ') : '';
  const facts: { key: string; value: string | null }[] = [
    { key: 'How', value: KIND_WORDS[view.kind] ?? view.kind },
    { key: 'Accepted', value: when(view.madeAt) },
    { key: 'Arrived', value: arrived },
    { key: 'Passed on', value: deliveredNote },
    { key: 'Their reference', value: externalReference },
    { key: 'Decided', value: RESULT_WORDS[result as keyof typeof RESULT_WORDS] },
    { key: 'Next try', value: nextAt && view.state === 'waiting' && about.missing === null ? when(nextAt) : null },
    { key: 'Why', value: about.missing ?? lastError },
  ];
  return [
    { key: 'Case', value: <Link href={`/desk/cases/${view.reference}`}>{view.reference}</Link> },
    ...facts.flatMap(({ key, value }) => (value ? [{ key, value }] : [])),
  ];
}

function Tries({ view, zone, now }: HandOverProps) {
  const tries = view.tries.map((one) => ({ ...one, outcome: TRY_WORDS[one.outcome] }));
  const said = { caption: 'Tries to deliver it', none: 'Nobody has tried to deliver it yet.' };
  return <TriesTable {...said} tries={tries} zone={zone} now={now} />;
}

function Answers({ view, zone, now }: HandOverProps) {
  if (view.answers.length === 0) return null;
  return (
    <ScrollRegion label="What was answered">
      <Table
        caption="What was answered"
        captionSize="s"
        head={['When', 'Who', 'What', 'Words', 'How it was taken']}
        rows={view.answers.map(({ at, by, said, standing, answer }) => [
          shortWhen(at, zone, now),
          `${by}, ${SAID_WORDS[said]}`,
          answer.result ? RESULT_WORDS[answer.result] : `Has it as ${answer.reference ?? ''}`,
          {
            text: answer.words ?? [...answer.reasons, ...answer.evidence].map((one) => one.words).join(' '),
            class: 'fd-wrap',
          },
          STANDING_WORDS[standing],
        ])}
      />
    </ScrollRegion>
  );
}

function Acts(props: HandOverProps) {
  const { hidden, view, about, mayAnswer } = props;
  const path = `/desk/hand-overs/${view.id}`;
  const isOpen = NOT_ARRIVED.some((state) => state === view.state);
  // A file answers nobody; who reads it decides in the case.
  const decided = view.kind === 'csv' || view.state === 'answered' || view.state === 'stopped';
  return (
    <div>
      {view.attention === null ? null : (
        <Form action={`${path}/seen`} hidden={hidden}>
          <Button look="secondary">I have seen to it</Button>
        </Form>
      )}
      {isOpen ? (
        <Form action={`${path}/retry`} hidden={hidden}>
          {about.missing === null ? null : <InsetText>{about.missing}. It goes once that is set.</InsetText>}
          <Button look="secondary">Try it now</Button>
        </Form>
      ) : null}
      {isOpen && mayAnswer ? <ByHand {...props} path={path} /> : null}
      {!decided && mayAnswer ? <Answer {...props} path={path} /> : null}
    </div>
  );
}

type Asked = HandOverProps & { path: string };

function ByHand({ hidden, path, errors, values, about }: Asked) {
  return (
    <section class="fd-panel" aria-labelledby="by-hand">
      <h2 class="govuk-heading-m" id="by-hand">
        I passed it on myself
      </h2>
      <Form action={`${path}/delivery`} hidden={hidden}>
        <TextInput
          name="how"
          label="How"
          hint={`For example: typed into ${about.name}`}
          values={values}
          errors={errors}
        />
        <TextInput name="reference" label="Their reference, if there is one" values={values} errors={errors} />
        <Button look="secondary">It has arrived</Button>
      </Form>
    </section>
  );
}

function Answer({ hidden, path, errors, values }: Asked) {
  return (
    <section class="fd-panel" aria-labelledby="answer">
      <h2 class="govuk-heading-m" id="answer">
        They answered
      </h2>
      <Form action={`${path}/answer`} hidden={hidden}>
        <Radios
          name="result"
          legend="What was decided?"
          small
          items={RESULTS.filter((one) => one !== 'needs-evidence').map((value) => ({
            value,
            text: RESULT_WORDS[value].replace('.', ''),
          }))}
          values={values}
          errors={errors}
        />
        <Textarea name="words" label="In words for the customer" rows={3} values={values} errors={errors} />
        <TextInput name="theirs" label="Their reference, if there is one" values={values} errors={errors} />
        <Button look="secondary">Write the answer down</Button>
      </Form>
    </section>
  );
}
