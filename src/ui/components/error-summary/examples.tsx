import { ErrorSummary, errorItems } from './error-summary.tsx';

export const errorSummaryExamples = {
  'two things to put right': (
    <ErrorSummary
      items={errorItems({ bin: 'Select which bin was missed', postcode: 'Enter a full postcode, like RM17 6SL' })}
      disableAutoFocus
    />
  ),
};
