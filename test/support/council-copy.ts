import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the demonstration council's folder, to spoil. The information pages and the applications that lead to them are left out: sixty copies take their time. */
export class CouncilCopy {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async make(): Promise<CouncilCopy> {
    const dir = await mkdtemp(join(tmpdir(), 'council-'));
    await cp('councils/estuary', dir, { recursive: true, filter: async (path) => !(await isLeftOut(path)) });
    return new CouncilCopy(dir);
  }

  /** Put something wrong in place of the first occurrence of something right; a fault that changes nothing is a mistake of the test. */
  async plant(file: string, right: string | RegExp, wrong: string): Promise<void> {
    const path = join(this.dir, file);
    const text = await readFile(path, 'utf8');
    const changed = text.replace(right, wrong);
    if (changed === text) throw new Error(`${String(right)} does not stand in ${file}`);
    await writeFile(path, changed);
  }

  /** `<file>:<line>:<column>` of a text in a file as it is now. */
  async placeOf(file: string, text: string): Promise<string> {
    const before = (await readFile(join(this.dir, file), 'utf8')).split(text)[0] ?? '';
    const lines = before.split('\n');
    return `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  }

  async remove(): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}

async function isLeftOut(path: string): Promise<boolean> {
  return path.includes('services/') && /^kind: (information|application)$/m.test(await readFile(path, 'utf8'));
}

/** A row of a table of faults: what is wrong, the file, what stands there, what is planted, what the check must say. */
export type Fault = [fault: string, file: string, right: string | RegExp, wrong: string, expected: RegExp];
