/** A statement with its values apart from its text; made only by the `sql` tag, so that no value becomes text. */
export interface Statement {
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
}

/** A statement. A value that is itself a statement becomes part of the text, with its own values. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  const parts: string[] = [strings[0] ?? ''];
  const flat: unknown[] = [];
  const append = (text: string) => {
    parts[parts.length - 1] += text;
  };
  values.forEach((value, i) => {
    if (isStatement(value)) {
      append(value.parts[0] ?? '');
      flat.push(...value.values);
      parts.push(...value.parts.slice(1));
      append(strings[i + 1] ?? '');
    } else {
      flat.push(value);
      parts.push(strings[i + 1] ?? '');
    }
  });
  return { parts, values: flat };
}

/** The text with `$1`, `$2` … in the places of the values. */
export function textOf(statement: Statement): string {
  return statement.parts.reduce((text, part, i) => `${text}$${i}${part}`);
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'parts' in value && 'values' in value;
}
