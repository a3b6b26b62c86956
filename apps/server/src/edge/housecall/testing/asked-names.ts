import { type Described, type Description, type Schema, schemaIn } from './described.ts';

/** What the description says may be asked: parameters, fields of the body, and the words of those that are one of some. */
export function askable(spec: Description, { method, operation }: Described): string[] {
  const inBody = method === 'GET' ? undefined : schemaIn(operation.requestBody);
  const query = (operation.parameters ?? []).filter((one) => one.in === 'query');
  return [
    ...query.flatMap(({ name, schema }) => [name, ...wordsOf(name, { ...schema.items, ...schema })]),
    ...(inBody === undefined ? [] : fieldsIn(spec, inBody)),
  ].filter((name) => !name.startsWith('line_items.pricing_form'));
}

function wordsOf(name: string, schema: Schema): string[] {
  return (schema.enum ?? []).map((word) => `${name}=${word}`);
}

function fieldsIn(spec: Description, given: Schema, above = ''): string[] {
  const schema = spec.whole(given);
  if (schema.items !== undefined) return fieldsIn(spec, schema.items, above);
  const own = above === '' ? [] : [above, ...wordsOf(above, schema)];
  const below = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    fieldsIn(spec, one, above === '' ? name : `${above}.${name}`),
  );
  return [...own, ...below];
}

/** The same of what was asked. */
export function askedIn({
  search,
  body,
}: {
  readonly search: URLSearchParams;
  readonly body: unknown;
}): string[] {
  const query = [...search].flatMap(([key, value]) => {
    const name = key.replace('[]', '');
    return [name, `${name}=${value}`];
  });
  return [...query, ...namesIn(body)];
}

function namesIn(value: unknown, above = ''): string[] {
  if (Array.isArray(value)) return [above, ...value.flatMap((one) => namesIn(one, above))];
  if (typeof value !== 'object' || value === null) return [above, `${above}=${String(value)}`];
  const below = Object.entries(value).flatMap(([name, one]) =>
    namesIn(one, above === '' ? name : `${above}.${name}`),
  );
  return [above, ...below];
}
