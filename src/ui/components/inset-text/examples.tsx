import { InsetText } from './inset-text.tsx';

export const insetTextExamples = {
  'stands out': <InsetText>Your round is not finished. We have until 5pm to collect your bin.</InsetText>,
};
