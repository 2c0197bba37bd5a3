import type { Tx } from '#platform/db';
import { currentTemplate } from './council-words.ts';
import { type MessageVariables, type Rendered, renderTemplate } from './render-template.ts';

/** How a message would read as an email, before anybody is written to. Undefined where the council has no such template. */
export async function sampleMessage(
  tx: Tx,
  councilId: string,
  { template, variables }: { template: string; variables: MessageVariables },
): Promise<Rendered | undefined> {
  const found = await currentTemplate(tx, councilId, template);
  return found && renderTemplate(found, 'email', variables);
}
