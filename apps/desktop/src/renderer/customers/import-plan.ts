import type { CustomerId, ImportField, Output, Question } from '@ringdesk/shared';

/** What becomes of one row. */
export interface RowResult {
  readonly outcome: Output<'customers.import'>['results'][number]['outcome'];
  readonly name: string | null;
  readonly customerId: CustomerId | null;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

export type OnDuplicate = NonNullable<Question<'customers.import'>['onDuplicate']>;

export interface ImportPlan {
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (ImportField | null)[];
  readonly onDuplicate: OnDuplicate;
  /** The number of each row in the file, counted as spreadsheets do: empty ones count as well. */
  readonly numbers: readonly number[];
}
