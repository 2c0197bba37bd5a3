import { Open311Error } from './open311-error.ts';

/** What the last part of an address names, without its form: `pothole.json` is pothole. */
export function fileNamed(params: unknown): string {
  const { file = '' } = params as { file?: string };
  const [, name] = /^(.+)\.(?:json|xml)$/.exec(file) ?? [];
  if (name === undefined) throw new Open311Error(404, 'End the address with .json or .xml.');
  return name;
}
