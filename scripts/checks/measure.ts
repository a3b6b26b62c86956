import {
  type ArrowFunctionExpression,
  type Function as FunctionNode,
  type Node,
  parseSync,
  type Span,
  Visitor,
  type VisitorObject,
} from 'oxc-parser';

/** A function that has a name: declared, a method, or given to a name. Callbacks written in place are not counted. */
interface MeasuredFunction {
  readonly name: string;
  /** Line of its first word, from 1. */
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
}

export interface Measured {
  readonly file: string;
  readonly lines: number;
  readonly commentLines: number;
  readonly functions: readonly MeasuredFunction[];
  /** Line of each `any` that stands as a type. */
  readonly anyAt: readonly number[];
  /** Line of each `as`; `as const` is free. */
  readonly assertionAt: readonly number[];
}

/** A file's text, and where its nodes stand in it. */
interface Source {
  readonly lineOf: (offset: number) => number;
  readonly textOf: (node: Span) => string;
}

/** Measures one file. Throws with its name when it is not TypeScript. */
export function measure(file: string, text: string): Measured {
  const parsed = parseSync(file, text);
  const [problem] = parsed.errors;
  if (problem !== undefined) throw new Error(`${file}: ${problem.message}`);
  const source: Source = { lineOf: lineCounter(text), textOf: (node) => text.slice(node.start, node.end) };
  const functions: MeasuredFunction[] = [];
  const anyAt: number[] = [];
  const assertionAt: number[] = [];
  const assert = (node: Span) => assertionAt.push(source.lineOf(node.start));
  new Visitor({
    ...namedFunctions(source, functions),
    TSAnyKeyword: (node) => anyAt.push(source.lineOf(node.start)),
    TSTypeAssertion: assert,
    TSAsExpression: (node) => source.textOf(node.typeAnnotation) !== 'const' && assert(node),
  }).visit(parsed.program);
  const commentLines = sum(parsed.comments.map((it) => spanLines(it, source)));
  return { file, lines: source.lineOf(text.trimEnd().length), commentLines, functions, anyAt, assertionAt };
}

function namedFunctions(source: Source, into: MeasuredFunction[]): VisitorObject {
  const add = (name: string, it: FunctionNode | ArrowFunctionExpression) => {
    const parameters = it.params.filter((param) => !source.textOf(param).startsWith('this:')).length;
    into.push({ name, line: source.lineOf(it.start), lines: spanLines(it, source), parameters });
  };
  const named = (name: Node, value: Node | null) => {
    if (value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression')
      add(source.textOf(name).replace(/\s*:.*/s, ''), value);
  };
  return {
    FunctionDeclaration: (it) => add(it.id?.name ?? 'default', it),
    VariableDeclarator: (it) => named(it.id, it.init),
    Property: (it) => named(it.key, it.value),
    PropertyDefinition: (it) => named(it.key, it.value),
    MethodDefinition: (it) => named(it.key, it.value),
  };
}

function spanLines(node: Span, source: Source): number {
  return source.lineOf(node.end) - source.lineOf(node.start) + 1;
}

function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map((it) => it.index);
  return (offset) => {
    const line = ends.findIndex((end) => end >= offset);
    return (line === -1 ? ends.length : line) + 1;
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
