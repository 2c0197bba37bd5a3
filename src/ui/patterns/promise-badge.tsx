import type { ComponentChildren } from 'preact';
import { useWords } from '../words.ts';

export type PromiseState = 'kept' | 'on-time' | 'at-risk' | 'missed' | 'waiting';

/** A shape of its own for each state, for those who do not see the colour: tick, arrow, triangle, cross, clock. */
const SHAPES: Readonly<Record<PromiseState, string>> = {
  kept: 'M2 8.5 6.2 13 14 3.5',
  'on-time': 'M3 8H13M9 4 13 8 9 12',
  'at-risk': 'M8 2 15 14H1ZM8 6.5V9.5M8 11.7V12.2',
  missed: 'M3 3 13 13M13 3 3 13',
  waiting: 'M8 1.5A6.5 6.5 0 1 1 8 14.5 6.5 6.5 0 1 1 8 1.5M8 4.5V8L10.5 10',
};

/** How a promise stands: a word, a shape and a colour. Words after it say more: "by Thursday". */
export function PromiseBadge({ state, children }: { state: PromiseState; children?: ComponentChildren }) {
  const words = useWords();
  const labels = {
    kept: words.kept,
    'on-time': words.onTime,
    'at-risk': words.atRisk,
    missed: words.missed,
    waiting: words.waiting,
  };
  return (
    <span class={`fd-promise fd-promise--${state}`}>
      <svg class="fd-promise__shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path
          d={SHAPES[state]}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linejoin="round"
          stroke-linecap="round"
        />
      </svg>
      <strong>{labels[state]}</strong>
      {children ? <span> {children}</span> : null}
    </span>
  );
}
