import { done, JobId, type Result } from '@ringdesk/shared';
import { editJob } from './edit.ts';
import {
  BulkBody,
  LineBody,
  lineIn,
  lineOut,
  linesOut,
  withLine,
  withLines,
  withoutLine,
} from './line-items.ts';
import { theirPath } from './names.ts';
import type { Asked, Route } from './route.ts';

/** The lines of a job, one by one and all at once. */
export const lineItemRoutes: readonly Route[] = [
  { method: 'GET', path: '/jobs/:job_id/line_items', right: 'job.read', answer: listLines },
  {
    method: 'POST',
    path: '/jobs/:job_id/line_items',
    right: 'job.change',
    status: 201,
    refusal: 'by field',
    answer: addLine,
  },
  {
    method: 'PUT',
    path: '/jobs/:job_id/line_items/bulk_update',
    right: 'job.change',
    refusal: 'by field',
    answer: changeLines,
  },
  {
    method: 'PUT',
    path: '/jobs/:job_id/line_items/:line_item_id',
    right: 'job.change',
    refusal: 'by field',
    answer: changeLine,
  },
  {
    method: 'DELETE',
    path: '/jobs/:job_id/line_items/:line_item_id',
    right: 'job.change',
    answer: removeLine,
  },
];

async function listLines({ ask, at }: Asked): Promise<Result<object>> {
  const job = await ask('job.read', { id: JobId.parse(at('job_id')) });
  return job.ok ? done(linesOut(job.value)) : job;
}

async function addLine(asked: Asked): Promise<Result<object>> {
  const body = asked.body(LineBody);
  if (!body.ok) return body;
  const edited = await editJob(
    asked,
    (job) => done({ lineItems: [...job.lineItems, lineIn(body.value)] }),
    ofOneLine,
  );
  if (!edited.ok) return edited;
  const { was, job } = edited.value;
  return done(lineOut(job.lineItems, was.lineItems.length));
}

async function changeLine(asked: Asked): Promise<Result<object>> {
  const body = asked.body(LineBody);
  if (!body.ok) return body;
  const id = asked.at('line_item_id');
  const edited = await editJob(asked, (job) => withLine(job, id, body.value), ofOneLine);
  if (!edited.ok) return edited;
  const { lineItems } = edited.value.job;
  return done(
    lineOut(
      lineItems,
      lineItems.findIndex((line) => line.id === id),
    ),
  );
}

async function changeLines(asked: Asked): Promise<Result<object>> {
  const body = asked.body(BulkBody);
  if (!body.ok) return body;
  const edited = await editJob(asked, (job) => withLines(job, body.value));
  return edited.ok ? done(linesOut(edited.value.job)) : edited;
}

async function removeLine(asked: Asked): Promise<Result<object>> {
  const id = asked.at('line_item_id');
  const edited = await editJob(asked, (job) => withoutLine(job, id));
  return edited.ok ? done({ id, deleted: true }) : edited;
}

/** A field of the one line that was sent, without its place among the others. */
function ofOneLine(path: string): string {
  return theirPath(path.replace(/^lineItems\.\d+\./, ''));
}
