export interface ShownPhoto {
  bytes: Buffer;
  width: number;
  height: number;
}

/** The most points a photo may unfold to: about what the best telephones take, and far below a decompression bomb. */
const MOST_PIXELS = 60_000_000;
const LONGEST_SIDE = 1_600;
const TIMEOUT_SECONDS = 15;

/**
 * A photo as it is shown: turned upright, no larger than it needs to be, as JPEG, and without anything that the camera
 * wrote into it (place, time, owner). Undefined where it cannot be read or would unfold to too many points.
 */
export async function shownPhoto(original: Uint8Array): Promise<ShownPhoto | undefined> {
  // Loaded where it is needed: it would cost every process its memory from the start.
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(original, {
      limitInputPixels: MOST_PIXELS,
      failOn: 'error',
      sequentialRead: true,
    })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return undefined;
  }
}
