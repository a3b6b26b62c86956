import type { HttpOperationName } from '@ringdesk/shared';
import { type HttpRequest, post } from './ask-http.ts';
import { patch } from './people.ts';
import { servedCustomer } from './served-customer.ts';
import { signIn } from './test-desk.ts';
import type { TestServer } from './test-server.ts';

type Path = (of: { readonly customerId: string; readonly addressId: string }) => string;

/** Good requests about customers and addresses, each about a customer of its own. */
export function customerRequests(server: TestServer) {
  const asked = async (path: Path, request: HttpRequest = {}) => {
    const { accessToken } = await signIn(server.url, 'supervisor', 'Sam');
    const of = await servedCustomer({ db: server.db, ids: { nowMs: Date.now, random: Math.random } });
    return [
      path(of),
      { ...request, headers: { ...request.headers, authorization: `Bearer ${accessToken}` } },
    ] as const;
  };
  const one: Path = ({ customerId }) => `/customers/${customerId}`;
  const place: Path = ({ customerId, addressId }) => `/customers/${customerId}/addresses/${addressId}`;
  return {
    'customers.list': () => asked(() => '/customers?q=maria&limit=5'),
    'customers.lookup': () => asked(() => '/customers/lookup?phone=(415)%20555-0132'),
    'customer.create': () =>
      asked(() => '/customers', post({ lastName: 'Reyes', phones: [{ number: '(415) 555-0132' }] })),
    'customer.read': () => asked(one),
    'customer.change': () => asked(one, patch({ version: 1, company: 'Acme Plumbing' })),
    'customer.delete': () => asked(one, { method: 'DELETE' }),
    'customer.restore': () => asked((of) => `${one(of)}/restore`, post({})),
    'customer.timeline': () => asked((of) => `${one(of)}/timeline`),
    'customers.import': () =>
      asked(
        () => '/customers/import',
        post({ rows: [{ Name: 'Ana Reyes' }], columns: { Name: 'name' }, isDryRun: true }),
      ),
    'customers.export': () => asked(() => '/customers.csv?q=lopez'),
    'addresses.list': () => asked((of) => `${one(of)}/addresses`),
    'address.create': () => asked((of) => `${one(of)}/addresses`, post({ street: '7 Elm Street' })),
    'address.read': () => asked(place),
    'address.change': () => asked(place, patch({ version: 1, unit: '4B' })),
    'address.delete': () => asked(place, { method: 'DELETE' }),
  } as const satisfies Partial<Record<HttpOperationName, () => Promise<readonly [string, HttpRequest]>>>;
}
