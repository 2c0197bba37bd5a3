import type { ComponentChildren } from 'preact';
import { type Errors, errorOf } from '../../form-state.ts';
import { type Attrs, cx, type Words } from '../../parts.ts';
import { ControlGroup, describedBy, type FieldTexts, type LabelPart } from '../form-field/form-field.tsx';
import { i18n, type Plural } from '../i18n-attrs.ts';

/** Words of the drop zone that JavaScript adds. */
export interface DropWords {
  chooseFiles?: string | undefined;
  noFile?: string | undefined;
  manyFiles?: Plural | undefined;
  dropHere?: string | undefined;
  entered?: string | undefined;
  left?: string | undefined;
}

export interface FileUploadProps extends FieldTexts {
  name: string;
  label: Words<LabelPart>;
  id?: string | undefined;
  /** What can be chosen: `image/*,.pdf`. The server checks what really came. */
  accept?: string | undefined;
  /** Have a phone or tablet open its camera: `environment` is the one that looks away from the user. */
  capture?: 'environment' | 'user' | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  errors?: Errors | undefined;
  /** Offer a place to drop files on, with these words. */
  drop?: DropWords | undefined;
  wrapper?: { class?: string | undefined; attrs?: Attrs | undefined } | undefined;
  describedBy?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Photos and documents. The form needs `enctype="multipart/form-data"`. */
export function FileUpload({ label, hint, group, attrs, drop, wrapper, ...props }: FileUploadProps) {
  const id = props.id ?? props.name;
  const error = errorOf(props.name, props);
  return (
    <ControlGroup id={id} label={label} hint={hint} error={error} group={group}>
      {group?.before}
      <DropZone drop={drop} wrapper={wrapper}>
        <input
          class={cx('govuk-file-upload', props.class, Boolean(error) && 'govuk-file-upload--error')}
          name={props.name}
          type="file"
          accept={props.accept}
          capture={props.capture}
          multiple={props.multiple}
          disabled={props.disabled}
          aria-describedby={describedBy(id, { hint, error }, props.describedBy)}
          {...attrs}
          id={id}
        />
      </DropZone>
      {group?.after}
    </ControlGroup>
  );
}

function DropZone({
  drop,
  wrapper,
  children,
}: Pick<FileUploadProps, 'drop' | 'wrapper'> & { children: ComponentChildren }) {
  if (!drop) return children;
  const texts = i18n({
    'choose-files-button': drop.chooseFiles,
    'no-file-chosen': drop.noFile,
    'multiple-files-chosen': drop.manyFiles,
    'drop-instruction': drop.dropHere,
    'entered-drop-zone': drop.entered,
    'left-drop-zone': drop.left,
  });
  return (
    <div
      class={cx('govuk-file-upload-wrapper', wrapper?.class)}
      data-module="govuk-file-upload"
      {...texts}
      {...wrapper?.attrs}
    >
      {children}
    </div>
  );
}
