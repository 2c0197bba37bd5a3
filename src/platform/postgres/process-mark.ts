import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Name a running process so that a later reader can tell it from another one that was given the same number.
 *
 * @returns the number with the moment it started (on Linux also the boot), or undefined when no such process runs.
 */
export function markOfProcess(pid: number): string | undefined {
  const started = process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid);
  return started === undefined ? undefined : `${pid} ${started}`;
}

/** Whether the process that wrote this mark still runs. */
export function stillRuns(mark: string): boolean {
  return markOfProcess(Number.parseInt(mark, 10)) === mark;
}

/** The name of the program that runs under this number, or undefined when none does. */
export function programOf(pid: number): string | undefined {
  if (process.platform === 'linux') return readStat(pid)?.program;
  if (process.platform === 'win32') return startElsewhere(pid) && 'postgres.exe';
  return ps(pid, 'comm=')?.split('/').pop();
}

function startOnLinux(pid: number): string | undefined {
  const started = readStat(pid)?.started;
  return started && `${started} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
}

/** A process that has ended but was not collected by its parent still has a name here; it counts as gone. */
function readStat(pid: number): { program: string; started: string } | undefined {
  try {
    // The program's name may hold spaces and brackets, so the fields are counted from its last bracket.
    const [, program = '', rest = ''] = /^\d+ \((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const fields = rest.split(' ');
    return fields[0] === 'Z' ? undefined : { program, started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function startElsewhere(pid: number): string | undefined {
  if (process.platform !== 'win32') return ps(pid, 'lstart=');
  try {
    process.kill(pid, 0);
    return 'running';
  } catch {
    return undefined;
  }
}

function ps(pid: number, field: string): string | undefined {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
