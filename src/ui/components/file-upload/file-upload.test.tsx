import { attrs, contract, field, flag, type Options, text } from '#test/govuk-contract';
import { FileUpload } from './file-upload.tsx';

function drop(options: Options) {
  if (!flag(options, 'javascript')) return undefined;
  return {
    chooseFiles: text(options, 'chooseFilesButtonText'),
    noFile: text(options, 'noFileChosenText'),
    manyFiles: options['multipleFilesChosenText'] as Record<string, string> | undefined,
    dropHere: text(options, 'dropInstructionText'),
    entered: text(options, 'enteredDropZoneText'),
    left: text(options, 'leftDropZoneText'),
  };
}

contract('file-upload', {
  render: (options) => (
    <FileUpload
      {...field(options)}
      multiple={flag(options, 'multiple')}
      drop={drop(options)}
      wrapper={{ class: text(options, 'wrapperClasses'), attrs: attrs(options, 'wrapperAttributes') }}
    />
  ),
});
