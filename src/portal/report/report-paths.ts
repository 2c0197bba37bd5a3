/** Addresses of one report. What was typed never stands in them. */
export function reportPaths(slug: string) {
  const base = `/services/${slug}/report`;
  return {
    service: `/services/${slug}`,
    base,
    question: (id: string) => `${base}/questions/${id}`,
    choosePlace: `${base}/place`,
    describePlace: `${base}/place/in-words`,
    photo: (id: string) => `${base}/photos/${id}`,
    incident: `${base}/incident`,
    known: `${base}/known`,
    nearby: `${base}/nearby`,
    contact: `${base}/contact`,
    answers: `${base}/answers`,
    sent: `${base}/sent`,
    clearance: `${base}/clearance`,
    cleared: `${base}/cleared`,
  };
}

export type ReportPaths = ReturnType<typeof reportPaths>;
