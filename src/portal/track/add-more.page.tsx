import { Button, type Errors, FileUpload, Form, Textarea, type Values } from '#ui';

interface AddMoreProps {
  reference: string;
  /** We asked something and wait for the answer. */
  isWaiting: boolean;
  token: Record<string, string>;
  errors: Errors;
  values: Values;
}

/** Words and photos for whoever deals with it; the answer, where we asked something. */
export function AddMore({ reference, isWaiting, token, errors, values }: AddMoreProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{isWaiting ? 'We wait for your answer' : 'Tell us more'}</h2>
      <Form action={`/track/${reference}/additions`} hidden={token} multipart>
        <Textarea
          name="text"
          label={isWaiting ? 'Your answer' : 'Something that we should know'}
          hint="Whoever deals with it reads this."
          rows={3}
          errors={errors}
          values={values}
        />
        <FileUpload
          name="photo"
          label="Photos (optional)"
          hint="Up to 6, each up to 15 MB. Please do not show people’s faces or number plates."
          accept="image/jpeg,image/png,image/webp,image/heic"
          multiple
          errors={errors}
        />
        <Button look="secondary">Send</Button>
      </Form>
    </>
  );
}
