/** The squares that a photo is cut into to hide parts of it: enough for a face or a number plate, few enough to press. */
export interface Squares {
  columns: number;
  rows: number;
}

const ALONG = 10;
const ACROSS = 8;

/** The squares of a photo, more of them along its longer side. */
export function squaresOf({ width, height }: { width: number | null; height: number | null }): Squares {
  const isTall = (height ?? 0) > (width ?? 0);
  return isTall ? { columns: ACROSS, rows: ALONG } : { columns: ALONG, rows: ACROSS };
}

/** A square by its place, both from 1: `3-4` is the fourth of the third row. */
export function squareName(row: number, column: number): string {
  return `${row}-${column}`;
}

/** The names of all squares, row by row. */
export function squareNames({ columns, rows }: Squares): string[] {
  return Array.from({ length: rows * columns }, (_, index) =>
    squareName(Math.floor(index / columns) + 1, (index % columns) + 1),
  );
}
