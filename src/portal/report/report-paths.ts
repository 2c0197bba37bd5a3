import type { Transaction } from '#modules/services';

/** Where the form of a service is: something is reported, or applied for. */
export const FORM_ROUTE = '/services/:slug/:way(^report$|^apply$)';
export interface FormParams {
  slug: string;
  way: string;
}

export const wayOf = ({ kind }: Pick<Transaction, 'kind'>): string => (kind === 'report' ? 'report' : 'apply');

/** Addresses of one form. What was typed never stands in them. */
export function reportPaths({ slug, way }: FormParams) {
  const base = `/services/${slug}/${way}`;
  return {
    service: `/services/${slug}`,
    base,
    /** Where the form stands, whatever that is. */
    goOn: `${base}/next`,
    question: (key: string) => `${base}/questions/${key}`,
    outcome: (id: string) => `${base}/results/${id}`,
    choosePlace: `${base}/place`,
    describePlace: `${base}/place/in-words`,
    photo: (id: string) => `${base}/photos/${id}`,
    incident: `${base}/incident`,
    known: `${base}/known`,
    nearby: `${base}/nearby`,
    later: `${base}/later`,
    kept: `${base}/later/kept`,
    evidence: (id: string) => `${base}/evidence/${id}`,
    contact: `${base}/contact`,
    answers: `${base}/answers`,
    sent: `${base}/sent`,
    clearance: `${base}/clearance`,
    cleared: `${base}/cleared`,
  };
}

export type ReportPaths = ReturnType<typeof reportPaths>;
