/** Done at or before due is kept. */
export function outcomeOf(dueAt: Date, doneAt: Date): 'kept' | 'missed' {
  return doneAt.getTime() <= dueAt.getTime() ? 'kept' : 'missed';
}
