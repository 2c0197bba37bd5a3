import { english } from '#modules/councils';
import { ATTRIBUTIONS } from '#modules/places';
import { type Errors, Link, Radios, Select, TextInput, type Values } from '#ui';
import { Attribution } from '../attribution.page.tsx';
import type { OpenReport } from './on-report.ts';
import type { PlaceChoice } from './place-choices.ts';
import { placeQuestion } from './report-steps.ts';
import { KeepAsItIs, StepPage } from './step-page.tsx';

export const NOT_LISTED = 'not-listed';
/** Radios are easier than a list up to about this many. */
const MOST_RADIOS = 12;

interface ChoosePlacePageProps {
  report: OpenReport;
  choices: readonly PlaceChoice[];
  values?: Values;
  errors?: Errors;
  /** Another place is kept already, chosen in another window. */
  isKept?: boolean;
}

/** Which of these places? */
export function ChoosePlacePage({ report, choices, values = {}, errors = {}, isKept = false }: ChoosePlacePageProps) {
  const isHousehold = report.service.place === 'household';
  const asked = placeQuestion(report.service);
  const back = asked ? report.paths.question(asked.id) : report.paths.base;
  const question = isHousehold && asked ? english(asked.label) : 'Which place is it?';
  return (
    <StepPage
      report={report}
      question={question}
      back={back}
      errors={errors}
      after={
        <>
          {isKept ? <KeepAsItIs report={report} /> : null}
          <Sources choices={choices} />
        </>
      }
    >
      {(heading) => (
        <>
          <Choices choices={choices} heading={heading} isHousehold={isHousehold} values={values} errors={errors} />
          {isHousehold ? null : (
            <TextInput
              name="detail"
              label="What is it next to? (optional)"
              hint="For example, outside number 12, or by the bus stop. It helps the crew to find it."
              values={values}
              errors={errors}
            />
          )}
          {isHousehold ? (
            <p class="govuk-body">
              Postcode {report.state.search}. <Link href={back}>Change the postcode</Link>
            </p>
          ) : null}
        </>
      )}
    </StepPage>
  );
}

interface ChoicesProps extends Required<Pick<ChoosePlacePageProps, 'choices' | 'values' | 'errors'>> {
  heading: { text: string; size: 's' | 'm' | 'l' | 'xl'; isPageHeading: true };
  isHousehold: boolean;
}

function Choices({ choices, heading, isHousehold, values, errors }: ChoicesProps) {
  const notListed = isHousehold ? 'My address is not in the list' : 'None of these';
  const only = choices.length === 1 && values['place'] === undefined ? choices[0]?.key : undefined;
  if (choices.length > MOST_RADIOS) {
    const items = [
      { value: '', text: `Choose from ${choices.length}` },
      ...choices.map(({ key, text }) => ({ value: key, text })),
      { value: NOT_LISTED, text: notListed },
    ];
    return <Select name="place" label={heading} items={items} values={values} errors={errors} />;
  }
  const items = [
    ...choices.map(({ key, text }) => ({ value: key, text })),
    { divider: 'or' },
    { value: NOT_LISTED, text: notListed },
  ];
  return <Radios name="place" legend={heading} items={items} value={only} values={values} errors={errors} />;
}

function Sources({ choices }: { choices: readonly PlaceChoice[] }) {
  return (
    <>
      {choices.some(({ isInvented }) => isInvented) ? (
        <p class="govuk-body-s">These house numbers and streets are made up. The postcodes are real.</p>
      ) : null}
      <Attribution of={ATTRIBUTIONS.postcodes} />
    </>
  );
}
