import type { ComponentChildren } from 'preact';
import { Panel } from '../components/panel/panel.tsx';
import { useWords } from '../words.ts';

export interface ConfirmationPanelProps {
  title: string;
  reference: string;
  /** Before the reference: "Your reference". */
  label?: string | undefined;
  children?: ComponentChildren;
}

/** It is done, and this is its reference: big enough to copy onto paper. */
export function ConfirmationPanel({ title, reference, label, children }: ConfirmationPanelProps) {
  const words = useWords();
  return (
    <Panel title={title}>
      {label ?? words.reference}
      <br />
      <strong class="fd-reference">{reference}</strong>
      {children}
    </Panel>
  );
}
