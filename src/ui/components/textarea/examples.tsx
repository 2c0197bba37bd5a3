import { Textarea } from './textarea.tsx';

export const textareaExamples = {
  'more than a line': (
    <Textarea name="what" label="What happened?" hint="Do not give anybody’s medical or bank details." />
  ),
};
