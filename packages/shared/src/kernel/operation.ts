import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';
import type { Right } from './rights.ts';

interface HttpDoor {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, with `:name` for parts that are fields of the input; the rest of the input is query (GET, DELETE) or body. */
  readonly path: `/${string}`;
  /** Set when the address stands at the root and not below `/api/v1`. */
  readonly isAtRoot?: true;
  /** Set when the answer is text of this type instead of JSON. */
  readonly contentType?: 'text/csv';
  /** What it does to a session: a browser desk then gets, gives or loses its refresh token by cookie. */
  readonly session?: 'begins' | 'renews' | 'ends';
  /** Takes a form too, and a program's name and secret as Basic authorization; refusals as OAuth says them (RFC 6749). */
  readonly form?: true;
  /** Status of a good answer; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
}

/** Something that may be asked of the server, as data. Its doors, clients and documentation are derived from this. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** One sentence for the API's documentation. */
  readonly about: string;
  readonly input: Input;
  readonly output: Output;
  /** Refusals of its own, beside those that its shape, address and right make possible: for the API's documentation. */
  readonly refuses?: readonly ErrorCode[];
  /** Set when a desk may ask it over its socket. */
  readonly socket?: true;
  /** Set when it has an address. */
  readonly http?: HttpDoor;
}

export function operation<const O extends Operation>(it: O): O {
  return it;
}

/** Who may ask for each operation of a noun. */
export type Policy = Readonly<Record<string, Right>>;

/** Something that has happened and is committed, as data. */
export interface DeskEvent<Payload extends z.ZodType = z.ZodType> {
  readonly about: string;
  /** Who hears it. */
  readonly to: 'all desks' | 'the rep' | 'watchers of the call' | 'supervisors and the rep' | 'one desk';
  readonly payload: Payload;
}

export function deskEvent<const E extends DeskEvent>(it: E): E {
  return it;
}
