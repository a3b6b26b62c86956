import { type PresenceWish, Rep, type UserId } from '@ringdesk/shared';
import type { Database } from '../database/database.ts';
import { type Statement, sql } from '../database/sql.ts';

type Rows = Pick<Database, 'rows'>;

interface RepRow {
  readonly user_id: string;
  readonly name: string;
  readonly role: string;
  readonly presence: string;
  readonly away_reason: string | null;
  readonly presence_since: Date;
  readonly work: string;
  readonly work_since: Date;
  readonly next_presence: string | null;
  readonly next_reason: string | null;
  readonly misses_in_a_row: number;
  readonly disconnected_at: Date | null;
}

/** Applies a wish: at once for a rep with free hands, else as the next presence; wishing for what is so takes it back. */
export async function setPresence(db: Rows, repId: UserId, wish: PresenceWish): Promise<Rep | null> {
  const isBusy = sql`work IN ('on_call', 'wrap_up')`;
  const isSo = sql`(presence = ${wish.presence} AND away_reason IS NOT DISTINCT FROM ${wish.reason}::text)`;
  const changes = sql`(NOT ${isBusy} AND NOT ${isSo})`;
  const keeps = sql`(${isBusy} AND NOT ${isSo})`;
  const rows = await db.rows<RepRow>(sql`WITH wished AS (
      UPDATE reps SET presence = CASE WHEN ${changes} THEN ${wish.presence} ELSE presence END,
        away_reason = CASE WHEN ${changes} THEN ${wish.reason}::text ELSE away_reason END,
        presence_since = CASE WHEN ${changes} THEN desk_now() ELSE presence_since END,
        misses_in_a_row = CASE WHEN ${isBusy} THEN misses_in_a_row ELSE 0 END,
        next_presence = CASE WHEN ${keeps} THEN ${wish.presence} END,
        next_reason = CASE WHEN ${keeps} THEN ${wish.reason}::text END
      WHERE user_id = ${repId} RETURNING *
    ), told AS (${tellReps(sql`wished`)})
    ${withNames(sql`wished`)}`);
  return rows[0] === undefined ? null : repOf(rows[0]);
}

/** One rep, or null for somebody who is none. */
export async function find(db: Rows, repId: UserId): Promise<Rep | null> {
  const [row] = await db.rows<RepRow>(withNames(sql`(SELECT * FROM reps WHERE user_id = ${repId})`));
  return row === undefined ? null : repOf(row);
}

/** Several reps, in no order. */
export async function findAll(db: Rows, repIds: readonly UserId[]): Promise<readonly Rep[]> {
  if (repIds.length === 0) return [];
  const rows = await db.rows<RepRow>(withNames(sql`(SELECT * FROM reps WHERE user_id = ANY(${repIds}))`));
  return rows.map(repOf);
}

/** A desk connects: its rep can be asked again. */
export async function openDesk(
  db: Rows,
  desk: { readonly id: string; readonly userId: UserId; readonly nodeId: string },
): Promise<void> {
  await db.rows(sql`WITH opened AS (
      INSERT INTO desks (id, user_id, node_id) VALUES (${desk.id}, ${desk.userId}, ${desk.nodeId})
      ON CONFLICT (id) DO NOTHING
    ), rep AS (
      INSERT INTO reps (user_id, disconnected_at) VALUES (${desk.userId}, NULL)
      ON CONFLICT (user_id) DO UPDATE SET disconnected_at = NULL RETURNING *
    ) ${tellReps(sql`rep`)}`);
}

/** A desk is gone; answers whether it was the last one of its rep. */
export async function closeDesk(db: Rows, deskId: string): Promise<UserId | null> {
  const rows = await db.rows<{ user_id: UserId }>(sql`WITH closed AS (
      DELETE FROM desks WHERE id = ${deskId} RETURNING id, user_id
    ), rep AS (
      UPDATE reps SET disconnected_at = desk_now() FROM closed WHERE reps.user_id = closed.user_id
        AND NOT EXISTS (SELECT FROM desks d WHERE d.user_id = closed.user_id AND d.id <> closed.id)
      RETURNING reps.*
    ), told AS (${tellReps(sql`rep`)})
    SELECT user_id FROM rep`);
  return rows[0]?.user_id ?? null;
}

/** Says that this node is alive, and forgets nodes that were not seen for some seconds, with their desks. */
export async function seeNode(db: Rows, nodeId: string, deadAfterSeconds: number): Promise<void> {
  await db.rows(sql`WITH dead AS (
      DELETE FROM nodes WHERE seen_at < desk_now() - make_interval(secs => ${deadAfterSeconds}::float8) AND id <> ${nodeId}
    )
    INSERT INTO nodes (id, seen_at) VALUES (${nodeId}, desk_now()) ON CONFLICT (id) DO UPDATE SET seen_at = desk_now()`);
}

/** A desk that is open on this node. */
export interface OpenDesk {
  readonly id: string;
  readonly userId: UserId;
}

/**
 * Makes the stored desks of this node the ones that are open: a desk whose goodbye the database missed is forgotten,
 * and one that was forgotten with a node that only seemed dead is there again.
 */
export async function keepDesks(db: Rows, nodeId: string, open: readonly OpenDesk[]): Promise<void> {
  const ids = open.map((desk) => desk.id);
  // A desk that is just opening may be stored and not yet listed.
  await db.rows(sql`WITH closed AS (
      DELETE FROM desks WHERE node_id = ${nodeId} AND id <> ALL(${ids}) AND opened_at < now() - interval '2 seconds'
    )
    INSERT INTO desks (id, user_id, node_id)
    SELECT open.id, users.id, ${nodeId}
    FROM unnest(${ids}::text[], ${open.map((desk) => desk.userId)}::text[]) AS open (id, user_id) JOIN users ON users.id = open.user_id
    WHERE NOT EXISTS (SELECT FROM desks WHERE desks.id = open.id) ON CONFLICT (id) DO NOTHING`);
}

/** This node goes away in order; its desks connect elsewhere. */
export async function forgetNode(db: Rows, nodeId: string): Promise<void> {
  await db.rows(sql`DELETE FROM nodes WHERE id = ${nodeId}`);
}

/** Makes the mark of connection true for every rep: two desks that came and went at the same moment cannot see each other. */
export async function recountDesks(db: Rows): Promise<void> {
  await db.rows(sql`WITH wrong AS (
      UPDATE reps SET disconnected_at = CASE WHEN disconnected_at IS NULL THEN desk_now() END
      WHERE (disconnected_at IS NULL) <> EXISTS (SELECT FROM desks d WHERE d.user_id = reps.user_id) RETURNING *
    ) ${tellReps(sql`wrong`)}`);
}

/** Reps whose desk has been gone for too long are offline; a wish kept for later is dropped. */
export async function setVanishedOffline(db: Rows, vanishedSeconds: number): Promise<void> {
  await db.rows(sql`WITH gone AS (
      UPDATE reps SET presence = 'offline', away_reason = NULL, presence_since = desk_now(), next_presence = NULL, next_reason = NULL
      WHERE presence <> 'offline' AND disconnected_at <= desk_now() - make_interval(secs => ${vanishedSeconds}::float8)
      RETURNING *
    ) ${tellReps(sql`gone`)}`);
}

function tellReps(changed: Statement): Statement {
  return sql`INSERT INTO outbox (event, rep_id) SELECT 'presence.changed', user_id FROM ${changed}`;
}

function withNames(source: Statement): Statement {
  return sql`SELECT r.*, u.name, u.role FROM ${source} r JOIN users u ON u.id = r.user_id`;
}

function repOf(row: RepRow): Rep {
  return Rep.parse({
    id: row.user_id,
    name: row.name,
    role: row.role,
    presence: row.presence,
    reason: row.away_reason,
    work: row.work,
    nextPresence: row.next_presence,
    nextReason: row.next_reason,
    missesInARow: row.misses_in_a_row,
    isConnected: row.disconnected_at === null,
    since: row.presence_since.toISOString(),
    workSince: row.work_since.toISOString(),
  });
}
