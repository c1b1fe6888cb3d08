/** Why an entry wants somebody's eyes. */
export const ATTENTIONS = ['REVIEW_DUE', 'SCHEDULED', 'SCHEDULE_FAILED', 'EXPIRING', 'EXPIRED'] as const;
export type Attention = (typeof ATTENTIONS)[number];
