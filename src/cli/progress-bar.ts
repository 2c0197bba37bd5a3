import { Presets, SingleBar } from 'cli-progress';

export interface ProgressBar {
  to(done: number, what?: string): void;
  stop(): void;
}

/** A bar on a terminal, silence in a pipe: what a program reads must hold results alone. */
export function progressBar(total: number, format: string): ProgressBar {
  if (!process.stderr.isTTY) return { to: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
  bar.start(total, 0, { what: '' });
  return {
    to: (done, what = '') => {
      bar.update(done, { what });
    },
    stop: () => {
      bar.stop();
    },
  };
}
