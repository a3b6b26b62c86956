/** What Housecall Pro calls our fields. */
const theirs: Readonly<Record<string, string>> = {
  firstName: 'first_name',
  lastName: 'last_name',
  leadSource: 'lead_source',
  unit: 'street_line_2',
  customerId: 'customer_id',
  addressId: 'address_id',
  assigneeIds: 'assigned_employee_ids',
  lineItems: 'line_items',
  unitPriceCents: 'unit_price',
  unitCostCents: 'unit_cost',
  isTaxable: 'taxable',
  start: 'scheduled_start',
  end: 'scheduled_end',
  arrivalWindowMinutes: 'arrival_window',
};

/** The path of a field in their words, such as `line_items.0.unit_price`. */
export function theirPath(path: string): string {
  return path
    .split('.')
    .map((word) => theirs[word] ?? word)
    .join('.');
}

/** The same where their words are others: by our word, then as usual. */
export function theirPathWith(others: Readonly<Record<string, string>>): (path: string) => string {
  return (path) =>
    theirPath(
      path
        .split('.')
        .map((word) => others[word] ?? word)
        .filter((word) => word !== '')
        .join('.'),
    );
}
