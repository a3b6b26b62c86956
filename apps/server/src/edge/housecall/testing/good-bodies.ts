import type { Random } from '@ringdesk/shared';
import type { Description, Schema } from './described.ts';

/** What fields must hold that their schemas leave open, by their names; undefined leaves a field out. */
export type Hints = Readonly<Record<string, (random: Random) => unknown>>;

/** A value that the schema describes: what is required, and by chance what is not. Every field is filled in turn. */
export function goodValue(description: Description, given: Schema, from: From): unknown {
  const schema = description.whole(given);
  const { random, hints, name = '' } = from;
  const hint = hints[name];
  if (hint !== undefined && schema.type !== 'array') return hint(random);
  if (schema.nullable === true && random() < 0.1) return null;
  if (schema.enum !== undefined && schema.type !== 'array')
    return schema.enum[Math.floor(random() * schema.enum.length)];
  if (schema.oneOf !== undefined)
    return goodValue(description, schema.oneOf[Math.floor(random() * schema.oneOf.length)] ?? {}, from);
  if (schema.properties !== undefined) return goodObject(description, schema, from);
  if (schema.type === 'array') {
    const size = Math.floor(random() * 3);
    return Array.from({ length: size }, () =>
      goodValue(description, schema.items ?? { type: 'string' }, from),
    );
  }
  if (schema.type === 'boolean') return random() < 0.5;
  if (schema.type === 'integer' || schema.type === 'number') return Math.floor(random() * 100);
  return `${name || 'words'} ${Math.floor(random() * 1000)} ünïcode`;
}

interface From {
  readonly random: Random;
  readonly hints: Hints;
  /** Fields that are filled though their schema does not require them. */
  readonly always: readonly string[];
  readonly name?: string;
}

function goodObject(
  description: Description,
  { properties = {}, required = [] }: Schema,
  from: From,
): object {
  const isFilled = (name: string) =>
    required.includes(name) || from.always.includes(name) || from.random() < 0.6;
  const fields = Object.entries(properties).filter(([name]) => isFilled(name));
  return Object.fromEntries(
    fields
      .map(([name, schema]) => [name, goodValue(description, schema, { ...from, name })] as const)
      .filter(([, value]) => value !== undefined),
  );
}
