import { operationNames, operations, policies } from './contract.ts';
import type { Operation } from './kernel/operation.ts';
import { mayAsk, type Right, Role, Scope, type Standing } from './kernel/rights.ts';

/** Everybody who may come to a door: nobody in particular, each role, each scope, and the highest role behind a lock. */
export const standings: readonly { readonly name: string; readonly standing: Standing | null }[] = [
  { name: 'stranger', standing: null },
  ...Role.options.map((role) => ({
    name: role,
    standing: { kind: 'person', role, isLocked: false } as const,
  })),
  ...Scope.options.map((scope) => ({ name: scope, standing: { kind: 'service', scopes: [scope] } as const })),
  { name: 'locked admin', standing: { kind: 'person', role: 'admin', isLocked: true } },
];

/** One operation: where it is asked, the sentence that says who may, and what that means for each of `standings`. */
export interface RightsRow {
  readonly name: keyof typeof operations;
  readonly doors: readonly string[];
  readonly right: Right;
  readonly may: readonly ReturnType<typeof mayAsk>[];
}

/** Who may ask for what: every operation against everybody. */
export function rightsTable(): RightsRow[] {
  return operationNames.map((name) => {
    const { http, socket }: Operation = operations[name];
    const right = policies[name];
    const base = http?.isAtRoot === true ? '' : '/api/v1';
    return {
      name,
      doors: [
        ...(http === undefined ? [] : [`${http.method} ${base}${http.path}`]),
        ...(socket === true ? ['socket'] : []),
      ],
      right,
      may: standings.map(({ standing }) => mayAsk(standing, right)),
    };
  });
}
