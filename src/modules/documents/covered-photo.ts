import { squareName, squaresOf } from './photo-squares.ts';

const COVER = '#505a5f';

/**
 * The photo with these squares painted over, as JPEG. Flat colour and no blur: from a blurred number plate the number can
 * be worked out again.
 */
export async function coveredPhoto(shown: Uint8Array, hidden: readonly string[]): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(shown).metadata();
  const boxes = boxesOf({ width, height }, new Set(hidden));
  const covers = boxes.map(({ left, top, right, bottom }) => ({
    left,
    top,
    input: { create: { width: right - left, height: bottom - top, channels: 3 as const, background: COVER } },
  }));
  return sharp(shown).composite(covers).jpeg({ quality: 80, mozjpeg: true }).toBuffer();
}

/** In points of the picture, whole ones: neighbours meet without a line of the picture between them. */
function boxesOf(size: { width: number; height: number }, hidden: ReadonlySet<string>) {
  const { columns, rows } = squaresOf(size);
  const across = (column: number) => Math.round((size.width * column) / columns);
  const down = (row: number) => Math.round((size.height * row) / rows);
  const boxes: { left: number; top: number; right: number; bottom: number }[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const box = { left: across(column), top: down(row), right: across(column + 1), bottom: down(row + 1) };
      const isEmpty = box.left === box.right || box.top === box.bottom;
      if (hidden.has(squareName(row + 1, column + 1)) && !isEmpty) boxes.push(box);
    }
  }
  return boxes;
}
