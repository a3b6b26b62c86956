import { customerName, Job, totalCents } from '@ringdesk/shared';
import { type Statement, sql } from '../database/sql.ts';

/** A job as PostgreSQL gives it, with all that hangs on it. */
export interface JobRow {
  readonly id: string;
  readonly number: number;
  readonly customer_id: string;
  readonly customer: Parameters<typeof customerName>[0];
  readonly time_zone: string;
  readonly address_id: string;
  readonly address: readonly (string | null)[];
  readonly call_id: string | null;
  readonly title: string;
  readonly description: string;
  readonly status: string;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly arrival_window_minutes: number;
  readonly lead_source: string | null;
  readonly tags: readonly string[];
  readonly started_at: Date | null;
  readonly completed_at: Date | null;
  readonly canceled_at: Date | null;
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly updated_at: Date;
  readonly line_items: readonly Job['lineItems'][number][];
  readonly assignees: readonly Job['assignees'][number][];
  readonly notes: readonly { readonly at: string }[];
}

/** Jobs of `source` (a table or a WITH part that has the columns of jobs) with customer, address, lines, assignees, notes. */
export function jobsWhole(source: Statement): Statement {
  return sql`SELECT j.*, c.time_zone,
      json_build_object('firstName', c.first_name, 'lastName', c.last_name, 'company', c.company, 'email', c.email,
        'phones', (SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'number', p.number) ORDER BY p.position), '[]')
          FROM customer_phones p WHERE p.customer_id = c.id)) AS customer,
      json_build_array(a.street, a.unit, a.city, a.state, a.zip) AS address,
      (SELECT coalesce(json_agg(json_build_object('id', i.id, 'name', i.name, 'description', i.description, 'kind', i.kind,
          'unitPriceCents', i.unit_price_cents, 'unitCostCents', i.unit_cost_cents, 'quantity', i.quantity::float8,
          'isTaxable', i.is_taxable) ORDER BY i.position), '[]') FROM job_line_items i WHERE i.job_id = j.id) AS line_items,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name, u.id), '[]')
        FROM job_assignees g JOIN users u ON u.id = g.user_id WHERE g.job_id = j.id) AS assignees,
      (SELECT coalesce(json_agg(json_build_object('id', n.id, 'text', n.text, 'byId', n.by_id, 'byName', u.name, 'at', n.at)
          ORDER BY n.at, n.id), '[]') FROM job_notes n LEFT JOIN users u ON u.id = n.by_id WHERE n.job_id = j.id) AS notes
    FROM ${source} j JOIN customers c ON c.id = j.customer_id JOIN addresses a ON a.id = j.address_id`;
}

/** The job as the outside sees it. */
export function jobOf(row: JobRow): Job {
  const [street, unit, city, state, zip] = row.address;
  const hasTime = row.starts_at !== null && row.ends_at !== null;
  return Job.parse({
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    customerName: customerName(row.customer),
    addressId: row.address_id,
    address: [[street, unit].filter(isThere).join(' '), city, [state, zip].filter(isThere).join(' ')]
      .filter(isThere)
      .join(', '),
    timeZone: row.time_zone,
    callId: row.call_id,
    title: row.title,
    description: row.description,
    status: row.status,
    schedule: hasTime
      ? { start: iso(row.starts_at), end: iso(row.ends_at), arrivalWindowMinutes: row.arrival_window_minutes }
      : null,
    lineItems: row.line_items,
    totalCents: totalCents(row.line_items),
    assignees: row.assignees,
    notes: row.notes.map((note) => ({ ...note, at: new Date(note.at).toISOString() })),
    tags: row.tags,
    leadSource: row.lead_source,
    startedAt: iso(row.started_at),
    completedAt: iso(row.completed_at),
    canceledAt: iso(row.canceled_at),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    updatedAt: row.updated_at.toISOString(),
  });
}

function isThere(part: string | null | undefined): part is string {
  return part !== null && part !== undefined && part !== '';
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
