import type { z } from 'zod';
import type { Right } from './rights.ts';

interface HttpDoor {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, with `:name` for parts that are fields of the input; the rest of the input is query (GET, DELETE) or body. */
  readonly path: `/${string}`;
  /** Status of a good answer; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
}

/** Something that may be asked of the server, as data. Its doors, clients and documentation are derived from this. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** One sentence for the API's documentation. */
  readonly about: string;
  readonly who: Right;
  readonly input: Input;
  readonly output: Output;
  /** Set when a desk may ask it over its socket. */
  readonly socket?: true;
  /** Set when it has an address. */
  readonly http?: HttpDoor;
}

export function operation<const O extends Operation>(it: O): O {
  return it;
}

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
