import type { SuggestedValue } from '@ringdesk/shared';

const fields: Readonly<Record<SuggestedValue['field'], string>> = {
  name: 'Name',
  phone: 'Phone',
  email: 'Email',
  address: 'Address',
  wishedDate: 'Wished time',
  problem: 'Problem',
};

/** What the suggestions of a call say. */
export const suggestionMessages = {
  title: 'Heard in this call',
  fields,
  sure: 'sure',
  maybe: 'maybe',
  take: 'Take',
  dismiss: (field: string, value: string) => `Dismiss ${field}: ${value}`,
  takeAll: 'Take all',
  more: (count: number) => `${count} more`,
  fewer: 'Fewer',
  heard: (field: string, value: string) => `Heard: ${field}, ${value}.`,
} as const;
