import { Role, UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

/** Somebody who may be given a job. */
export interface Employee {
  readonly id: UserId;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly createdAt: string;
}

type EmployeeOrder = 'createdAt' | 'name' | 'role' | 'id';

/** A page by its place in the whole list, for those who must number their pages. */
interface Asked {
  readonly sort: EmployeeOrder;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** People who are not disabled, from one place of the list on, and how many there are in all. */
export async function pageOfEmployees(
  db: Rows,
  { sort, isDescending, offset, limit }: Asked,
): Promise<{ readonly items: readonly Employee[]; readonly total: number }> {
  const [counted] = await db.rows<{ total: number }>(
    sql`SELECT count(*)::int AS total FROM users WHERE disabled_at IS NULL`,
  );
  const rows = await db.rows<EmployeeRow>(sql`SELECT ${shown} FROM users WHERE disabled_at IS NULL
    ORDER BY ${(isDescending ? descending : ascending)[sort]} LIMIT ${limit} OFFSET ${offset}`);
  return { items: rows.map(employeeOf), total: counted?.total ?? 0 };
}

/** These people, those who left too: their jobs keep them. */
export async function findEmployees(db: Rows, ids: readonly string[]): Promise<readonly Employee[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<EmployeeRow>(sql`SELECT ${shown} FROM users WHERE id = ANY(${ids}::text[])`);
  return rows.map(employeeOf);
}

const shown = sql`id, name, email, role, created_at`;

interface EmployeeRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly created_at: Date;
}

function employeeOf(row: EmployeeRow): Employee {
  return {
    id: UserId.parse(row.id),
    name: row.name,
    email: row.email,
    role: Role.parse(row.role),
    createdAt: row.created_at.toISOString(),
  };
}

const ascending: Readonly<Record<EmployeeOrder, Statement>> = {
  createdAt: sql`created_at, id`,
  name: sql`lower(name), id`,
  role: sql`role, id`,
  id: sql`id`,
};
const descending: Readonly<Record<EmployeeOrder, Statement>> = {
  createdAt: sql`created_at DESC, id DESC`,
  name: sql`lower(name) DESC, id DESC`,
  role: sql`role DESC, id DESC`,
  id: sql`id DESC`,
};
