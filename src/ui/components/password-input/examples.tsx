import { PasswordInput } from './password-input.tsx';

export const passwordInputExamples = {
  'to sign in': <PasswordInput name="password" label="Password" />,
};
