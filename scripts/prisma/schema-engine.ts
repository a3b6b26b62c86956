import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

type Exports = Record<string, unknown>;

/** Declared here because the types of Node leave it out and those of browsers would bring `window` along. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: Exports } }>;
};

/** The package's inner parts, which its types leave out. */
interface EngineModule {
  readonly SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(exports: Exports): void;
}

function isEngine(inner: unknown): inner is EngineModule {
  return typeof inner === 'object' && inner !== null && 'SchemaEngine' in inner && '__wbg_set_wasm' in inner;
}

let loading: Promise<typeof SchemaEngine> | undefined;

/**
 * Prisma's schema engine as WebAssembly: unlike the native one it comes inside an npm package, so it works offline.
 * A second instance would take over the first one's memory, so there is one a process.
 */
export function loadSchemaEngine(): Promise<typeof SchemaEngine> {
  loading ??= load();
  return loading;
}

/** Put together by hand because the package's own entry needs a loader flag on some versions of Node. */
async function load(): Promise<typeof SchemaEngine> {
  const glue = '@prisma/schema-engine-wasm/schema_engine_bg';
  const inner: unknown = await import(glue);
  if (!isEngine(inner)) throw new Error(`${glue} is not the schema engine this was written for`);
  const folder = path.dirname(createRequire(import.meta.url).resolve(glue));
  const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': { ...inner, ...patientTimers(inner) } };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  inner.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') Reflect.apply(start, undefined, []);
  return inner.SchemaEngine;
}

/** The engine arms a timer of 10 s for its advisory lock and never clears it: it must not keep the process alive. */
function patientTimers(inner: object): Record<string, unknown> {
  const names = Object.keys(inner).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const arm = (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref();
  return Object.fromEntries(names.map((name) => [name, arm]));
}
