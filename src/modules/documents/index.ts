import './tables.ts';

export { disposeFilesOf, disposeOriginals, disposeShown } from './dispose-files.ts';
export { disposeLooseFiles } from './dispose-loose-files.ts';
export { documentEvents } from './events.ts';
export { type FileResult, fileForReader } from './file-for-reader.ts';
export { type FileView, filesOf } from './files-of.ts';
export { type FileLine, filesPage } from './files-page.ts';
export { type HidePartsResult, hideParts } from './hide-parts.ts';
export { infectedAmong } from './infected-among.ts';
export { defineDocumentTasks } from './jobs.ts';
export { type FileLink, linkFile } from './link-file.ts';
export { squareName, squareNames, squaresOf } from './photo-squares.ts';
export { type ReviewFiles, reviewFiles } from './review-files.ts';
export {
  MOST_BYTES,
  type StoreResult,
  storeUpload,
  UPLOAD_MESSAGES,
  type Upload,
  type UploadRefusal,
} from './store-upload.ts';
export { subjectsOfFile } from './subjects-of-file.ts';
