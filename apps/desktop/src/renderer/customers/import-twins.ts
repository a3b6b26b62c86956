import { withoutExtension } from '../ui/same-number.ts';
import type { ImportPlan, RowResult } from './import-plan.ts';

const phoneFields: ReadonlySet<string> = new Set(['phone', 'mobile', 'home', 'work']);
const fewestDigits = 7;
const comparedDigits = 10;

/**
 * A dry run writes nothing, so the server cannot know in one batch what was new in the one before. This remembers: a row
 * with the number or email of an earlier new row would not be new once that one is there.
 */
export class Twins {
  readonly #plan: ImportPlan;
  readonly #firstWith = new Map<string, number>();

  constructor(plan: ImportPlan) {
    this.#plan = plan;
  }

  /** The result of a row in the light of those before it, which have to be told in their order. */
  judge(index: number, result: RowResult): RowResult {
    if (result.outcome !== 'created' || this.#plan.onDuplicate === 'create') return result;
    const keys = keysOf(this.#plan.rows[index] ?? [], this.#plan.columns);
    const twin = keys.map((key) => this.#firstWith.get(key)).find((first) => first !== undefined);
    if (twin === undefined) {
      for (const key of keys) this.#firstWith.set(key, index);
      return result;
    }
    const message = `row ${this.#plan.numbers[twin]} has the same number or email`;
    const outcome = this.#plan.onDuplicate === 'update' ? 'updated' : 'skipped';
    return { ...result, outcome, problems: [{ path: 'row', message }] };
  }
}

function keysOf(row: readonly string[], columns: ImportPlan['columns']): readonly string[] {
  return columns.flatMap((field, i) => {
    const cell = row[i] ?? '';
    if (field === 'email') return cell.trim() === '' ? [] : [cell.trim().toLowerCase()];
    if (field === null || !phoneFields.has(field)) return [];
    return cell
      .split(/;(?!ext=)|[|\n]/)
      .map((number) => withoutExtension(number).replaceAll(/\D/g, ''))
      .filter((digits) => digits.length >= fewestDigits)
      .map((digits) => digits.slice(-comparedDigits));
  });
}
