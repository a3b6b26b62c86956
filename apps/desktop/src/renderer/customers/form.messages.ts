import type { PhoneKind } from '@ringdesk/shared';

const phoneKinds: Readonly<Record<PhoneKind, string>> = { mobile: 'Mobile', home: 'Home', work: 'Work' };

/** What the form of a customer says. */
export const formMessages = {
  title: 'New customer',
  firstName: 'First name',
  lastName: 'Last name',
  company: 'Company',
  email: 'Email',
  phone: (place: number) => (place === 0 ? 'Phone' : `Phone ${place + 1}`),
  phoneKind: (place: number) => (place === 0 ? 'Phone kind' : `Phone kind ${place + 1}`),
  phoneKinds,
  addPhone: 'Add a number',
  removePhone: (place: number) => `Remove phone ${place + 1}`,
  address: 'Address',
  street: 'Street',
  unit: 'Unit',
  city: 'Town',
  state: 'State',
  zip: 'Zip',
  notes: 'Notes',
  save: 'Save',
  saveAndLink: 'Save and link',
  saving: 'Saving …',
  cancel: 'Close',
  discard: 'Clear',
  cleared: 'The form is empty.',
  undo: 'Undo',
  kept: 'The server is away. The customer is kept on this computer and saved as soon as it is back.',
  changes: (name: string) => `changes of ${name}`,
  label: (name: string) => `new customer ${name}`,
} as const;
