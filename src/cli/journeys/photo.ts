const BOUNDARY = 'frontdoor-journeys';

/** A drawn picture of a clean pavement, as a crew's system sends a photo: multipart/form-data. */
export async function aPhoto(): Promise<{ type: string; bytes: Buffer }> {
  const { default: sharp } = await import('sharp');
  const picture = await sharp({ create: { width: 48, height: 32, channels: 3, background: '#7d8b91' } })
    .jpeg()
    .toBuffer();
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="photo"; filename="clean.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    bytes: Buffer.concat([Buffer.from(head), picture, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}
