/** What a column of a file of customers may be: our own fields, and `name`, `mobile` … as other programs write them. */
export const importFields = [
  'name',
  'firstName',
  'lastName',
  'company',
  'email',
  'phone',
  'mobile',
  'home',
  'work',
  'street',
  'unit',
  'city',
  'state',
  'zip',
  'country',
  'tags',
  'leadSource',
  'timeZone',
  'notes',
] as const;
export type ImportField = (typeof importFields)[number];
