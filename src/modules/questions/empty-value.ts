import type { RuleShape } from './kinds/kind.ts';

/** What a rule sees of a question that has no answer. */
export function emptyValue(shape: RuleShape): unknown {
  if (shape !== null && typeof shape === 'object') {
    return Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, emptyValue(type)]));
  }
  switch (shape) {
    case 'string':
      return '';
    case 'bool':
      return false;
    case 'int':
      return 0n;
    case 'double':
      return 0;
    case 'list<string>':
      return [];
    case 'google.protobuf.Timestamp':
      return new Date(0);
    case null:
      return null;
  }
}
