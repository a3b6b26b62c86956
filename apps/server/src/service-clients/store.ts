import { Scope, ServiceClient, ServiceClientId, type UserId } from '@ringdesk/shared';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: string[];
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly rotated_at: Date | null;
  readonly old_secret_until: Date | null;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

/** What anybody may know of a client: no digest is among it. */
const shown = sql`id, name, scopes, created_by, created_at, rotated_at, last_used_at, revoked_at,
  CASE WHEN old_secret_ends > desk_now() AND revoked_at IS NULL THEN old_secret_ends END AS old_secret_until`;

function clientOf(row: ClientRow): ServiceClient {
  return ServiceClient.parse({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    rotatedAt: row.rotated_at?.toISOString() ?? null,
    oldSecretUntil: row.old_secret_until?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  });
}

async function one(db: Rows, statement: Statement): Promise<ServiceClient | null> {
  const [row] = await db.rows<ClientRow>(statement);
  return row === undefined ? null : clientOf(row);
}

interface NewClient {
  readonly id: ServiceClientId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly secretHash: string;
  readonly createdBy: UserId;
}

export async function insert(db: Rows, client: NewClient): Promise<ServiceClient> {
  const { id, name, scopes, secretHash, createdBy } = client;
  const made = await one(
    db,
    sql`INSERT INTO service_clients (id, name, scopes, secret_hash, created_by, created_at)
      VALUES (${id}, ${name}, ${scopes}, ${secretHash}, ${createdBy}, desk_now()) RETURNING ${shown}`,
  );
  if (made === null) throw new Error('an inserted service client was expected back');
  return made;
}

/** Newest first (ids sort by age), those before `before`. */
export async function list(
  db: Rows,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<readonly ServiceClient[]> {
  const rows = await db.rows<ClientRow>(sql`SELECT ${shown} FROM service_clients
    WHERE ${before}::text IS NULL OR id < ${before} ORDER BY id DESC LIMIT ${limit}`);
  return rows.map(clientOf);
}

export async function find(db: Rows, id: ServiceClientId): Promise<ServiceClient | null> {
  return one(db, sql`SELECT ${shown} FROM service_clients WHERE id = ${id}`);
}

/** Gives a client that is not revoked another secret; the one before counts for `keepOldMinutes` more. */
export async function rotate(
  db: Rows,
  to: { readonly id: ServiceClientId; readonly secretHash: string; readonly keepOldMinutes: number },
): Promise<ServiceClient | null> {
  const { id, secretHash, keepOldMinutes } = to;
  return one(
    db,
    sql`UPDATE service_clients SET secret_hash = ${secretHash}, secret_version = secret_version + 1,
      old_secret_hash = secret_hash, old_secret_ends = desk_now() + make_interval(mins => ${keepOldMinutes}),
      rotated_at = desk_now() WHERE id = ${id} AND revoked_at IS NULL RETURNING ${shown}`,
  );
}

/** Ends a client that is not revoked yet. */
export async function revoke(db: Rows, id: ServiceClientId): Promise<ServiceClient | null> {
  return one(
    db,
    sql`UPDATE service_clients SET revoked_at = desk_now() WHERE id = ${id} AND revoked_at IS NULL RETURNING ${shown}`,
  );
}

/** What opens a client right now, the newest first; nothing once it is revoked. */
interface ClientLocks {
  readonly scopes: readonly Scope[];
  readonly locks: readonly { readonly secretHash: string; readonly version: number }[];
}

const Scopes = z.array(Scope);

/** What opens a client, or null where there is none of that id. */
export async function findLocks(db: Rows, id: ServiceClientId): Promise<ClientLocks | null> {
  const [row] = await db.rows<{
    scopes: string[];
    version: number;
    hash: string | null;
    old_hash: string | null;
  }>(
    sql`SELECT scopes, secret_version AS version, CASE WHEN revoked_at IS NULL THEN secret_hash END AS hash,
      CASE WHEN revoked_at IS NULL AND old_secret_ends > desk_now() THEN old_secret_hash END AS old_hash
      FROM service_clients WHERE id = ${id}`,
  );
  if (row === undefined) return null;
  const { version, hash, old_hash: oldHash } = row;
  const locks = [
    { secretHash: hash, version },
    { secretHash: oldHash, version: version - 1 },
  ].flatMap(({ secretHash, ...lock }) => (secretHash === null ? [] : [{ ...lock, secretHash }]));
  return { scopes: Scopes.parse(row.scopes), locks };
}

/** The scopes as of now of a client whose secret of that version still counts; null when it does not. */
export async function liveScopes(
  db: Rows,
  { id, version }: { readonly id: ServiceClientId; readonly version: number },
): Promise<readonly Scope[] | null> {
  const [row] = await db.rows<{ scopes: string[] }>(
    sql`SELECT scopes FROM service_clients WHERE id = ${id} AND revoked_at IS NULL AND (secret_version = ${version}
      OR (secret_version - 1 = ${version} AND old_secret_ends > desk_now()))`,
  );
  return row === undefined ? null : Scopes.parse(row.scopes);
}

/** Notes that a client was here. */
export async function touch(db: Rows, id: ServiceClientId): Promise<void> {
  await db.rows(sql`UPDATE service_clients SET last_used_at = desk_now() WHERE id = ${id}`);
}

/**
 * The client that a secret opens right now, found by the digest; null where it opens none. That the client was here is noted
 * once a minute: it may ask many times a second.
 */
export async function findBySecret(
  db: Rows,
  secretHash: string,
): Promise<{ readonly id: ServiceClientId; readonly scopes: readonly Scope[] } | null> {
  const [row] = await db.rows<{ id: string; scopes: string[] }>(sql`WITH client AS (
      SELECT id, scopes FROM service_clients WHERE revoked_at IS NULL AND (secret_hash = ${secretHash}
        OR (old_secret_hash = ${secretHash} AND old_secret_ends > desk_now()))
    ), used AS (
      UPDATE service_clients s SET last_used_at = desk_now() FROM client WHERE s.id = client.id
        AND (s.last_used_at IS NULL OR s.last_used_at <= desk_now() - make_interval(mins => 1))
    ) SELECT id, scopes FROM client`);
  return row === undefined ? null : { id: ServiceClientId.parse(row.id), scopes: Scopes.parse(row.scopes) };
}
