import { WarningText } from './warning-text.tsx';

export const warningTextExamples = {
  'a consequence': (
    <WarningText>You can be fined up to £1,000 for leaving waste on land that is not yours.</WarningText>
  ),
};
