export const PAYEE_KINDS = ['customer', 'landlord', 'council-tax', 'other'] as const;
export type PayeeKind = (typeof PAYEE_KINDS)[number];

export const PAYMENT_STATES = ['planned', 'paid', 'stopped'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const PERS = ['once', 'week', 'month', 'year'] as const;
export type Per = (typeof PERS)[number];
