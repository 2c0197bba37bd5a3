declare module '#platform/db' {
  interface Database {
    service_feedback: ServiceFeedbackTable;
  }
}

interface ServiceFeedbackTable {
  council_id: string;
  id: string;
  service_slug: string;
  /** 5 is very well, 1 is very badly. */
  score: number;
  words: string | null;
  /** The page of the service, or the page after something was sent. */
  came_from: 'page' | 'sent';
  at: Date;
}
