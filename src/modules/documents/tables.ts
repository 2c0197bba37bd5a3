import type { Generated } from 'kysely';

declare module '#platform/db' {
  interface Database {
    files: FileTable;
    file_links: FileLinkTable;
  }
}

interface FileTable {
  council_id: string;
  id: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  shown_key: string | null;
  original_key: string | null;
  original_sha256: string | null;
  /** The copy for those outside, where parts of it are covered. */
  public_key: Generated<string | null>;
  /** Names of its covered squares. */
  hidden: Generated<string[]>;
  scan_state: Generated<'not-scanned' | 'waiting' | 'clean' | 'infected' | 'failed'>;
  scanned_at: Generated<Date | null>;
  /** The name of what was found. */
  scan_found: Generated<string | null>;
  scan_tries: Generated<number>;
  uploaded_by_type: string;
  uploaded_by: string | null;
  uploaded_at: Date;
  disposed_at: Date | null;
}

interface FileLinkTable {
  council_id: string;
  subject_type: string;
  subject_id: string;
  file_id: string;
  purpose: string;
  is_public: Generated<boolean>;
  /** When somebody last decided whether everybody may see it. */
  reviewed_at: Date | null;
  at: Date;
}
