import { type Errors, Textarea, TextInput, type Values } from '#ui';
import type { OpenReport } from './on-report.ts';
import { placeQuestion } from './report-steps.ts';
import { KeepAsItIs, StepPage } from './step-page.tsx';

interface DescribePlacePageProps {
  report: OpenReport;
  values?: Values;
  errors?: Errors;
  /** Another place is kept already, chosen in another window. */
  isKept?: boolean;
}

/** Where it is in the reporter's own words, when no list has it. */
export function DescribePlacePage({ report, values = {}, errors = {}, isKept = false }: DescribePlacePageProps) {
  const after = isKept ? <KeepAsItIs report={report} /> : null;
  const asked = placeQuestion(report.service);
  const back = asked ? report.paths.question(asked.id) : report.paths.base;
  if (report.service.place === 'household') {
    return (
      <StepPage report={report} question="What is the address?" back={back} errors={errors} after={after}>
        <TextInput
          name="house"
          label="House and street"
          hint="For example, Flat 2, 14 Elm Road, Grays"
          autocomplete="street-address"
          values={values}
          errors={errors}
        />
        <TextInput
          name="postcode"
          label="Postcode"
          width={10}
          autocomplete="postal-code"
          values={values}
          errors={errors}
        />
      </StepPage>
    );
  }
  return (
    <StepPage report={report} question="Where is it?" back={back} errors={errors} after={after}>
      {(heading) => (
        <Textarea
          name="where"
          label={heading}
          hint="Say it so that somebody who does not know the area can find it. For example, the footpath from the station car park to the river, by the second bench."
          rows={3}
          values={values}
          errors={errors}
        />
      )}
    </StepPage>
  );
}
