import type { Input, OperationName, Output, Question, Result } from '@ringdesk/shared';
import type { z } from 'zod';
import type { Asker } from '../../app.ts';
import type { Query } from './query.ts';
import type { Records } from './records.ts';

/** One request, and the ways to answer it. */
export interface Asked {
  readonly asker: Asker;
  readonly query: Query;
  /** A part of the path, such as `job_id`. */
  readonly at: (part: string) => string;
  /** The body in this shape, or the refusal that names what is wrong in it. Keys that the shape does not know are ignored. */
  readonly body: <Shape extends z.ZodType>(shape: Shape) => Result<z.output<Shape>>;
  /** Asks one of our operations, as everybody does. Fields in its refusals are renamed to theirs. */
  readonly ask: <Name extends OperationName>(
    name: Name,
    input: Question<Name>,
    rename?: (path: string) => string,
  ) => Promise<Result<Output<Name>>>;
  readonly records: Records;
}

/** One address of Housecall Pro's, and how it is answered over our operations. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/housecall`. */
  readonly path: `/${string}`;
  /** Whoever may ask for this operation may ask here; a write may read what it has to show. */
  readonly right: OperationName;
  /** Status of a good answer; 200 unless told. */
  readonly status?: 201;
  /** How what is wrong in a body is told: `{ message, <field> }` where their description says so. */
  readonly refusal?: 'by field';
  readonly answer: (asked: Asked) => Promise<Result<unknown>>;
}

export type JobChange = Partial<Omit<Question<'job.change'>, 'id' | 'version'>>;
export type CustomerChange = Partial<Omit<Question<'customer.change'>, 'id' | 'version'>>;
export type NewLine = NonNullable<Question<'job.create'>['lineItems']>[number];
export type NewSchedule = NonNullable<Input<'job.create'>['schedule']>;
