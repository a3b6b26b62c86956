import { done, type Job, JobId, type Result, refused } from '@ringdesk/shared';
import { editJob } from './edit.ts';
import { employeeOut, seesEmails } from './employees.ts';
import { filterIn, JobBody, jobIn, jobOrders, jobOut, NoteBody, noteOut, TagBody } from './jobs.ts';
import { theirPath, theirPathWith } from './names.ts';
import { pageOut, readPaging } from './paging.ts';
import type { Asked, JobChange, Route } from './route.ts';
import { appointmentsOut, DispatchBody, RescheduleBody, rescheduled } from './schedules.ts';
import { tagNamed, tagOut } from './tags.ts';

/** Jobs with their time, those who have them, notes and tags. */
export const jobRoutes: readonly Route[] = [
  { method: 'GET', path: '/jobs', right: 'jobs.list', answer: listJobs },
  { method: 'POST', path: '/jobs', right: 'job.create', status: 201, answer: createJob },
  { method: 'GET', path: '/jobs/:job_id', right: 'job.read', answer: readJob },
  { method: 'PUT', path: '/jobs/:job_id/schedule', right: 'job.change', answer: reschedule },
  { method: 'DELETE', path: '/jobs/:job_id/schedule', right: 'job.change', answer: unschedule },
  { method: 'PUT', path: '/jobs/:job_id/dispatch', right: 'job.change', answer: dispatchJob },
  { method: 'GET', path: '/jobs/:job_id/appointments', right: 'job.read', answer: listAppointments },
  { method: 'POST', path: '/jobs/:job_id/notes', right: 'job.note', status: 201, answer: addNote },
  { method: 'DELETE', path: '/jobs/:job_id/notes/:note_id', right: 'job.note', answer: removeNote },
  { method: 'POST', path: '/jobs/:job_id/tags', right: 'job.change', status: 201, answer: addTag },
  { method: 'DELETE', path: '/jobs/:job_id/tags/:tag_id', right: 'job.change', answer: removeTag },
];

const reschedulePath = theirPathWith({
  schedule: '',
  start: 'start_time',
  end: 'end_time',
  arrivalWindowMinutes: 'arrival_window_in_minutes',
  assigneeIds: 'dispatched_employees',
});

async function listJobs(asked: Asked): Promise<Result<object>> {
  const paging = readPaging(asked.query, jobOrders);
  if (!paging.ok) return paging;
  const filter = filterIn(asked.query);
  if (!filter.ok) return filter;
  const { items, total } = await asked.records.pageOfJobs({ ...paging.value.numbered, ...filter.value });
  return done(pageOut('jobs', paging.value, { items: await whole(asked, items), total }));
}

/** The job with its first note, or neither. */
async function createJob(asked: Asked): Promise<Result<object>> {
  const body = asked.body(JobBody);
  if (!body.ok) return body;
  const customer = await asked.ask('customer.read', { id: body.value.customer_id }, () => 'customer_id');
  if (!customer.ok) return customer.error.code === 'NOT_FOUND' ? noSuchCustomer : customer;
  const wish = jobIn(body.value, customer.value.timeZone);
  if (!wish.ok) return wish;
  const created = await asked.records.together(async () => {
    const job = await asked.ask('job.create', wish.value, newJobPath);
    const note = body.value.notes?.trim();
    return job.ok && note ? asked.ask('job.note', { id: job.value.id, text: note }, () => 'notes') : job;
  });
  return shown(asked, created);
}

/** A job is called by its first line. */
function newJobPath(path: string): string {
  return path === 'title' ? 'line_items.0.name' : theirPath(path);
}

const noSuchCustomer = refused('INPUT_INVALID', undefined, {
  errors: [{ path: 'customer_id', message: 'there is no such customer' }],
});

async function readJob(asked: Asked): Promise<Result<object>> {
  return shown(asked, await asked.ask('job.read', idOf(asked)));
}

async function reschedule(asked: Asked): Promise<Result<object>> {
  const body = asked.body(RescheduleBody);
  if (!body.ok) return body;
  const edited = await editJob(asked, (job) => rescheduled(body.value, job), reschedulePath);
  if (!edited.ok) return edited;
  const { job } = edited.value;
  return done({
    start_time: job.schedule?.start,
    end_time: job.schedule?.end,
    arrival_window_minutes: job.schedule?.arrivalWindowMinutes,
    assigned_employees: await assigned(asked, job),
    appointments: appointmentsOut(job),
  });
}

async function unschedule(asked: Asked): Promise<Result<object>> {
  const edited = await editJob(asked, () => done<JobChange>({ schedule: null }));
  return edited.ok ? done({ object: 'schedule', deleted: true }) : edited;
}

async function dispatchJob(asked: Asked): Promise<Result<object>> {
  const body = asked.body(DispatchBody);
  if (!body.ok) return body;
  const assigneeIds = body.value.dispatched_employees.map((one) => one.employee_id);
  const edited = await editJob(asked, () => done<JobChange>({ assigneeIds }), reschedulePath);
  return edited.ok ? done({ assigned_employees: await assigned(asked, edited.value.job) }) : edited;
}

async function listAppointments(asked: Asked): Promise<Result<object>> {
  const job = await asked.ask('job.read', idOf(asked));
  return job.ok ? done({ appointments: appointmentsOut(job.value) }) : job;
}

async function addNote(asked: Asked): Promise<Result<object>> {
  const body = asked.body(NoteBody);
  if (!body.ok) return body;
  const text = body.value.content;
  const job = await asked.ask('job.note', { ...idOf(asked), text }, () => 'content');
  if (!job.ok) return job;
  const note = job.value.notes.findLast((one) => one.text === text.trim());
  return note === undefined
    ? refused('NOT_FOUND', 'The note was taken off again at once.')
    : done(noteOut(note));
}

async function removeNote({ at, records }: Asked): Promise<Result<object>> {
  const noteId = at('note_id');
  if (!/^\w{1,60}$/.test(noteId)) return refused('NOT_FOUND', 'This job has no such note.');
  const job = await records.removeNote({ jobId: JobId.parse(at('job_id')), noteId });
  return job.ok ? done({ id: noteId, deleted: true }) : job;
}

async function addTag(asked: Asked): Promise<Result<object>> {
  const body = asked.body(TagBody);
  if (!body.ok) return body;
  const name = tagNamed(body.value.tag_id);
  const edited = await editJob(
    asked,
    (job) => done({ tags: [...job.tags, name] }),
    () => 'tag_id',
  );
  return edited.ok ? done({ tags: edited.value.job.tags.map(tagOut) }) : edited;
}

async function removeTag(asked: Asked): Promise<Result<object>> {
  const name = tagNamed(asked.at('tag_id'));
  const edited = await editJob(asked, ({ tags }) =>
    tags.includes(name)
      ? done({ tags: tags.filter((tag) => tag !== name) })
      : refused('NOT_FOUND', 'This job has no such tag.'),
  );
  return edited.ok ? done({ tags: edited.value.job.tags.map(tagOut) }) : edited;
}

function idOf({ at }: Asked): { readonly id: JobId } {
  return { id: JobId.parse(at('job_id')) };
}

async function shown(asked: Asked, job: Result<Job>): Promise<Result<object>> {
  if (!job.ok) return job;
  const [out] = await whole(asked, [job.value]);
  return out === undefined ? refused('NOT_FOUND', 'There is no such job.') : done(out);
}

/** Jobs with their customers and those who have them, each looked up once. */
async function whole(asked: Asked, jobs: readonly Job[]): Promise<object[]> {
  const { query, records } = asked;
  const customers = await records.customers([...new Set(jobs.map((job) => job.customerId))]);
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const employees = await employeesOf(asked, jobs);
  return jobs.flatMap((job) => {
    const customer = byId.get(job.customerId);
    const own = job.assignees.flatMap(({ id }) => employees.get(id) ?? []);
    return customer === undefined ? [] : [jobOut(job, { customer, employees: own, query })];
  });
}

async function assigned(asked: Asked, job: Job): Promise<object[]> {
  return [...(await employeesOf(asked, [job])).values()];
}

async function employeesOf({ asker, records }: Asked, jobs: readonly Job[]): Promise<Map<string, object>> {
  const ids = jobs.flatMap((job) => job.assignees.map((one) => one.id));
  const found = await records.employees([...new Set(ids)]);
  return new Map(found.map((employee) => [employee.id, employeeOut(employee, seesEmails(asker))]));
}
