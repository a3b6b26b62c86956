import { registerHooks } from 'node:module';

/** `node --import` this: whoever imports electron gets the recording one, and the real one is neither loaded nor fetched. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./recording-electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
