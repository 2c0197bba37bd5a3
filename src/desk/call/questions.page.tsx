import { english } from '#modules/councils';
import { QuestionField } from '#modules/forms';
import {
  type Answer,
  answersOn,
  hasParts,
  isFieldQuestion,
  maskedAccount,
  type Question,
  type StepQuestion,
} from '#modules/questions';
import { questionsOf } from '#modules/services';
import { Checkboxes, type Errors, type Values } from '#ui';
import { fieldsOf } from './addresses-on.ts';
import type { ScriptProps } from './call-page-props.ts';
import { FilePart } from './file-part.page.tsx';
import type { StepScreen } from './form-screen.ts';
import { recordFor } from './on-record.ts';
import { isTheirs } from './their-answer.ts';

/** Every question of a step on one screen, spoken as the script has it. */
export function Questions({ report, screen, ...props }: ScriptProps & { screen: StepScreen }) {
  const before = answersOn(screen, report.draft.state.answers);
  const { problem } = screen;
  const errors = problem ? { [problem.at]: english(problem.say), ...props.errors } : props.errors;
  return (
    <>
      {screen.questions.map(({ question, isConditional }) => {
        const isFromRecord = before[question.id] === undefined && recordFor(question, report.onRecord) !== undefined;
        const answer = before[question.id] ?? recordFor(question, report.onRecord);
        const values = { ...fieldsOf(question, answer), ...props.values };
        const asked = {
          report,
          screen,
          view: props.view,
          question,
          isConditional,
          isFromRecord,
          answer,
          values,
          errors,
        };
        return <Asked key={question.id} {...asked} />;
      })}
    </>
  );
}

interface AskedProps extends Pick<ScriptProps, 'report' | 'view'>, StepQuestion {
  screen: StepScreen;
  isFromRecord: boolean;
  answer: Answer | undefined;
  values: Values;
  errors: Errors;
}

function Asked({ report, screen, view, question, isConditional, isFromRecord, answer, values, errors }: AskedProps) {
  if (question.kind === 'place') return null;
  const spoken = report.service.script.ask.find((one) => one.question === question.id);
  const onlyIf = isConditional ? onlyIfOf(question, questionsOf(report.service)) : '';
  return (
    <div class={isConditional ? 'fd-questions__if' : undefined}>
      {onlyIf ? <p class="fd-mute">{onlyIf}</p> : null}
      {spoken ? <p class="fd-questions__ask">“{english(spoken.words)}”</p> : null}
      <Field {...{ report, view, question, values, errors }} />
      {isTheirs(report, screen, question) ? <p class="fd-mute">Their own answer, given online.</p> : null}
      {isFromRecord ? <p class="fd-mute">From their record: ask whether it is right.</p> : null}
      {question.kind === 'bank' && hasParts(answer) ? (
        <p class="fd-mute">Kept: {maskedAccount(answer.parts)}. Leave the numbers empty to keep it.</p>
      ) : null}
    </div>
  );
}

function Field({
  report,
  view,
  question,
  values,
  errors,
}: Omit<AskedProps, 'screen' | 'isConditional' | 'isFromRecord' | 'answer'>) {
  if (question.kind === 'declaration') {
    return (
      <Checkboxes
        name={question.id}
        small
        legend={{ text: `Read out: “${english(question.statement)}”`, size: 's' }}
        hint={question.hint && english(question.hint)}
        items={[{ value: 'yes', text: 'They said that this is so' }]}
        values={values}
        errors={errors}
      />
    );
  }
  if (isFieldQuestion(question)) {
    const shown = { question, values, errors, found: report.addresses.get(question.id) };
    return <QuestionField {...shown} heading={{ size: 's' }} small isSomebodyElses />;
  }
  return question.kind === 'place' ? null : <FilePart {...{ report, view, question, values, errors }} />;
}

/** "Only if: Has rubbish been spilt in the street? Yes". The form shows it always, since it works without JavaScript. */
function onlyIfOf({ showIf, onlyIf: words }: Question, questions: readonly Question[]): string {
  if (words) return `Only if ${english(words)}`;
  if (showIf === undefined || typeof showIf === 'string') return 'Only if it applies to the answers above';
  const other = questions.find(({ id }) => id === showIf.question);
  if (!other) return '';
  const wanted = [showIf.is].flat().map((value) => sayWanted(other, value));
  return `Only if “${english(other.label)}” is ${wanted.join(' or ')}`;
}

function sayWanted(question: Question, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const option = 'options' in question ? question.options.find((one) => one.value === value) : undefined;
  return option ? english(option.label) : value;
}
