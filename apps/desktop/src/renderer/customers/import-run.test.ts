import { done, type Output, type Question, refused } from '@ringdesk/shared';
import { describe, expect, it } from 'vitest';
import type { Call } from '../http/call.ts';
import { FilledRows, separatorOf, textOf, writeCsv } from './import-file.ts';
import type { ImportPlan } from './import-plan.ts';
import { batchOf, countsOf, type ImportPorts, ownProblem, runImport } from './import-run.ts';

type Asked = Question<'customers.import'>;
type Answered = Output<'customers.import'>;

const planOf = (rows: readonly (readonly string[])[]): ImportPlan => ({
  rows,
  columns: ['name', 'phone'],
  onDuplicate: 'skip',
  numbers: rows.map((_, i) => i + 2),
});
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => [`Name ${i}`, `21255${10_000 + i}`]);
const nothing = new Map();

/** A server that takes every line, and can be told to fail first. */
function ports(over: { failures?: number; stopAfter?: number; answer?: (asked: Asked) => Answered } = {}) {
  const asked: { question: Asked; key: string | undefined }[] = [];
  let failures = over.failures ?? 0;
  const all: Answered['results'][number]['outcome'] = 'created';
  const take = (question: Asked): Answered => ({
    results: question.rows.map((_, i) => ({
      line: i + 1,
      outcome: all,
      customerId: null,
      name: null,
      problems: [],
    })),
  });
  const call = (async (_name: string, question: Asked, sending?: { idempotencyKey?: string }) => {
    asked.push({ question, key: sending?.idempotencyKey });
    if (failures-- > 0) return refused('UNAVAILABLE');
    return done((over.answer ?? take)(question));
  }) as unknown as Call;
  const made: ImportPorts = {
    call,
    key: 'key',
    wait: () => Promise.resolve(),
    isStopped: () => asked.length >= (over.stopAfter ?? Number.POSITIVE_INFINITY),
    told: () => undefined,
  };
  return { asked, ports: made };
}

describe('an import', () => {
  it('asks for two hundred rows at once, with nothing but the columns that are used', async () => {
    const { asked, ports: its } = ports();
    const plan = { ...planOf(people(450)), columns: ['name', null] as const };
    const { results, refusal } = await runImport(plan, { isDryRun: true, known: nothing }, its);
    expect(asked.map(({ question }) => question.rows.length)).toEqual([200, 200, 50]);
    expect(asked[0]?.question).toMatchObject({ columns: { c0: 'name' }, isDryRun: true });
    expect(asked[0]?.question.rows[1]).toEqual({ c0: 'Name 1' });
    expect([results.size, refusal]).toEqual([450, null]);
  });

  it('never asks for more than one request may hold', () => {
    const rows = Array.from({ length: 200 }, () => ['ü'.repeat(1900), '']);
    const batch = batchOf(planOf(rows), [...rows.keys()]);
    expect(batch.length).toBeGreaterThan(10);
    expect(batch.length * 3800).toBeLessThan(200_000);
    // Even a row that is too large alone is asked about, so that the run comes to its end.
    expect(batchOf(planOf([['x'.repeat(400_000), '']]), [0])).toEqual([0]);
  });

  it('asks again with the same key when the answer was lost, so that nobody is made twice', async () => {
    const { asked, ports: its } = ports({ failures: 2 });
    const { results } = await runImport(planOf(people(3)), { isDryRun: false, known: nothing }, its);
    expect(asked.map(({ key }) => key)).toEqual(['key.0', 'key.0', 'key.0']);
    expect(results.size).toBe(3);
  });

  it('that the server could not take to its end goes on where it was', async () => {
    const first = ports({ stopAfter: 1 });
    const plan = planOf(people(450));
    const { results } = await runImport(plan, { isDryRun: false, known: nothing }, first.ports);
    expect(results.size).toBe(200);
    const second = ports();
    const whole = await runImport(plan, { isDryRun: false, known: results }, second.ports);
    expect(second.asked.map(({ question }) => question.rows.length)).toEqual([200, 50]);
    // A batch that was on its way when somebody stopped has the same name when it is asked again.
    expect(second.asked.map(({ key }) => key)).toEqual(['key.200', 'key.400']);
    expect(countsOf(whole.results)).toEqual({ created: 450, updated: 0, skipped: 0, refused: 0 });
  });

  it('gives up when the server stays away, and keeps what was done', async () => {
    const { ports: its } = ports({ failures: 100 });
    const { results, refusal } = await runImport(planOf(people(3)), { isDryRun: false, known: nothing }, its);
    expect([results.size, refusal?.code]).toEqual([0, 'UNAVAILABLE']);
  });

  it('counts rows as a spreadsheet does, also those the server counted', async () => {
    const { ports: its } = ports({
      answer: ({ rows }) => ({
        results: rows.map((_, i) => ({
          line: i + 1,
          outcome: 'skipped',
          customerId: null,
          name: null,
          problems: [{ path: 'line', message: 'line 1 has the same number or email' }],
        })),
      }),
    });
    const plan = planOf([['too', 'many', 'cells'], ...people(201)]);
    const { results } = await runImport(plan, { isDryRun: true, known: nothing }, its);
    expect(results.get(0)).toMatchObject({ outcome: 'refused' });
    expect(results.get(2)?.problems[0]?.message).toBe('row 3 has the same number or email');
    expect(results.get(201)?.problems[0]?.message).toBe('row 203 has the same number or email');
  });

  it('knows in a dry run who would be there twice, also batches apart', async () => {
    const rows = [['Ana', '(415) 555-0132'], ...people(300), ['Ana again', '+1 415 555 0132']];
    const { ports: its } = ports();
    const how = { isDryRun: true, known: nothing };
    const skipped = (await runImport(planOf(rows), how, its)).results.get(301);
    expect(skipped).toMatchObject({
      outcome: 'skipped',
      problems: [{ message: 'row 2 has the same number or email' }],
    });
    const stopped = await runImport(planOf(rows), how, ports({ stopAfter: 1 }).ports);
    const goneOn = await runImport(planOf(rows), { isDryRun: true, known: stopped.results }, its);
    expect(goneOn.results.get(301)).toEqual(skipped);
    const asUpdate: ImportPlan = { ...planOf(rows), onDuplicate: 'update' };
    expect((await runImport(asUpdate, how, its)).results.get(301)?.outcome).toBe('updated');
    const asNew: ImportPlan = { ...planOf(rows), onDuplicate: 'create' };
    expect((await runImport(asNew, how, its)).results.get(301)?.outcome).toBe('created');
  });

  it('sees by itself what no field could hold', () => {
    const columns = ['name', null] as const;
    expect(ownProblem(['Maria', '', ''], columns)).toBeNull();
    expect(ownProblem(['Maria', '', 'more'], columns)).toMatch(/3 cells, but there are 2 columns/);
    expect(ownProblem(['x'.repeat(2001), ''], columns)).toMatch(/column 1 is longer/);
    expect(ownProblem(['Maria', 'x'.repeat(9000)], columns)).toBeNull();
    expect(ownProblem(['\ud800', ''], columns)).toMatch(/cannot be stored/);
  });
});

describe('a file', () => {
  it('is read whatever wrote it', () => {
    expect(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('a');
    expect(textOf(new TextEncoder().encode('Müller'))).toBe('Müller');
    expect(textOf(new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]))).toBe('Müller');
    expect(textOf(new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0xfc, 0x00]))).toBe('aü');
  });

  it.each([
    ['a semicolon', ';', '\r\nName;Email\r\n\r\nAna;a@b.example\r\n;;\r\n'],
    ['a comma', ',', 'Name,Email\n\n\nAna,a@b.example\n'],
    ['a tab', '\t', 'Name\tEmail\nAna\ta@b.example\n'],
  ])('has its cells cut at %s, also where rows are empty', (_name, separator, text) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it('keeps the numbers of its rows, as a spreadsheet counts them, where some are empty', () => {
    const filled = new FilledRows();
    filled.add([[''], ['Name', 'Phone'], ['', ' '], ['Ana', '']]);
    filled.add([['  '], ['Bo']]);
    expect(filled.rows).toEqual([['Name', 'Phone'], ['Ana', ''], ['Bo']]);
    expect(filled.numbers).toEqual([2, 4, 6]);
  });

  it('that is written says every cell, and none of them calculates', () => {
    const rows = [
      ['Name', 'Note'],
      ['=1+1', 'a "quote", a\nline'],
      ['+1 415 555 0132', ''],
    ];
    const text = writeCsv(rows);
    expect(text).toContain("'=1+1");
    expect(text).toContain("'+1 415 555 0132");
    expect(text).toContain('"a ""quote"", a\nline"');
  });
});
