import { type Brand, MARKS } from '#modules/councils';
import type { Problem } from './problem.ts';
import type { FolderFiles } from './read-files.ts';

/** The pairs of a council's colours that cannot be read: "onBrand on brand", with the contrast that it has and needs. */
export type BrandCheck = (brand: Brand) => readonly { pair: string; ratio: number; needed: number }[];

/** Colours that can be read by everyone: the check is passed in, since it belongs to the components. */
export function checkBrandColours(files: FolderFiles, checkBrand: BrandCheck): Problem[] {
  const { source, value } = files.top['council.yaml'];
  if (!value) return [];
  const given = Object.keys(value.brand);
  return checkBrand(value.brand).map(({ pair, ratio, needed }) => {
    const token = pair.split(' ').find((word) => given.includes(word)) ?? '';
    return source.problemAt(['brand', token], `${pair} has a contrast of ${ratio}:1`, `at least ${needed}:1`);
  });
}

/** Every mark of the field has its team and clock; a council can leave none out. */
export function checkMarks(files: FolderFiles): Problem[] {
  const { source, value } = files.top['marks.yaml'];
  if (!value) return [];
  const given = value.marks.map(({ mark }) => mark);
  const twice = given.flatMap((mark, index) =>
    given.indexOf(mark) < index
      ? [source.problemAt(['marks', index, 'mark'], `mark "${mark}" stands twice`, 'each mark once')]
      : [],
  );
  const missing = MARKS.filter((mark) => !given.includes(mark));
  return [
    ...twice,
    ...missing.map((mark) => source.problemAt(['marks'], `mark "${mark}" is missing`, 'a team and a standard for it')),
  ];
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A round of Tuesday that starts on a Wednesday would tell every household the wrong day. */
export function checkRounds(files: FolderFiles): Problem[] {
  const { source, value } = files.top['rounds.yaml'];
  return (value?.rounds ?? []).flatMap((round, index) => {
    const day = WEEKDAYS[new Date(`${round.first}T00:00:00Z`).getUTCDay()] ?? '';
    if (day === round.day) return [];
    return [source.problemAt(['rounds', index, 'first'], `${round.first} is a ${day}`, `a ${round.day}`)];
  });
}

/** A neighbour is another council. */
export function checkNeighbours(files: FolderFiles): Problem[] {
  const { source, value } = files.top['council.yaml'];
  return (value?.neighbours ?? []).flatMap(({ district }, index) =>
    value?.districts.includes(district)
      ? [
          source.problemAt(
            ['neighbours', index, 'district'],
            `district "${district}" is this council's own`,
            'a district of another council',
          ),
        ]
      : [],
  );
}
