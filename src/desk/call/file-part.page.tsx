import { english } from '#modules/councils';
import { pickedValues, type QuestionOf } from '#modules/questions';
import { Checkboxes, FileUpload } from '#ui';
import type { ScriptProps } from './call-page-props.ts';
import { isFaceToFace } from './evidence-at-desk.ts';
import { FilesHere } from './files-here.page.tsx';
import { seenAt } from './take-files.ts';

type FilePartProps = Pick<ScriptProps, 'report' | 'view' | 'errors'> & { question: QuestionOf<'photo' | 'file'> };

/** A photo or file: taken over here, shown at the counter, or sent by the customer after the contact. */
export function FilePart({ report, view, question, errors }: FilePartProps) {
  const { answers, evidence } = report.draft.state;
  const files = report.files.filter(({ id }) => pickedValues(answers[question.id]).includes(id));
  const most = question.most === 1 ? `One ${question.kind}` : `Up to ${question.most} ${question.kind}s`;
  return (
    <>
      <FilesHere files={files} contactId={view.contact.id} />
      {files.length < question.most ? (
        <FileUpload
          name={question.id}
          label={{ text: english(question.label), size: 's' }}
          hint={`${most}, each up to 15 MB. Without one, they can send it after the call, or show it at a counter.`}
          multiple={question.most > 1}
          errors={errors}
        />
      ) : null}
      {isFaceToFace(view.contact.channel) ? (
        <Checkboxes
          name={seenAt(question.id)}
          small
          chosen={evidence[question.id]?.how === 'seen' ? ['yes'] : []}
          items={[{ value: 'yes', text: 'They showed it to me' }]}
        />
      ) : null}
    </>
  );
}
