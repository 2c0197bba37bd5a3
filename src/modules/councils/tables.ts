import type { Generated } from 'kysely';
import type { Json } from '#platform/json-column';

declare module '#platform/db' {
  interface Database {
    councils: CouncilTable;
    council_documents: CouncilDocumentTable;
  }
}

interface CouncilTable {
  id: string;
  slug: string;
  name: string;
  hosts: Generated<string[]>;
  revision: Generated<number>;
  created_at: Date;
}

interface CouncilDocumentTable {
  council_id: string;
  kind: string;
  slug: string;
  version: number;
  hash: string;
  body: Json;
  source: 'folder' | 'desk';
  is_current: boolean;
  made_at: Date;
  made_by: string;
}
