import { FileUpload } from './file-upload.tsx';

export const fileUploadExamples = {
  photos: (
    <FileUpload
      name="photo"
      label="Add a photo"
      hint="Up to 3 photos of at most 10 MB each"
      accept="image/*"
      multiple
      drop={{}}
    />
  ),
};
