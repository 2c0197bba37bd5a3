import { TextInput } from '../components/text-input/text-input.tsx';
import type { Errors } from '../form-state.ts';

interface AppKeyProps {
  /** The square code as an image (`data:image/png`). */
  picture: string;
  /** The same key to type in. */
  typedKey: string;
}

/** The key that an authenticator app takes in: to scan, and to type. */
export function AppKey({ picture, typedKey }: AppKeyProps) {
  return (
    <>
      <img
        src={picture}
        width={220}
        height={220}
        alt="Square code for your authenticator app. The key below is the same."
      />
      <p class="govuk-body">
        If you cannot scan it, type this key into the app: <code class="fd-key">{typedKey}</code>
      </p>
    </>
  );
}

/** The code that shows that the app holds the key. */
export function AppCodeInput({ errors }: { errors: Errors | undefined }) {
  return (
    <TextInput
      name="code"
      label="6-digit code that the app shows"
      autocomplete="one-time-code"
      inputmode="numeric"
      spellcheck={false}
      width={10}
      errors={errors}
    />
  );
}

/** The second factor at sign-in: a code of the app, or, longer, one of the recovery codes. */
export function SecondFactorInput({ errors }: { errors: Errors | undefined }) {
  return (
    <TextInput
      name="code"
      label="6-digit code, or a recovery code"
      hint="Open your authenticator app to see the code. It changes every 30 seconds."
      autocomplete="one-time-code"
      spellcheck={false}
      width={20}
      errors={errors}
    />
  );
}

/** The ways back without the phone, shown this once. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <ul class="fd-codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}
