import type { Scope } from '@ringdesk/shared';
import { makeClient } from '../../../testing/service-clients.ts';
import { signIn } from '../../../testing/test-desk.ts';
import type { TestServer } from '../../../testing/test-server.ts';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Tests look into it as they please. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** Asks below `/housecall` with this Authorization. */
export function asking(url: string, authorization: string): Ask {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/housecall${path}`, {
      method,
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  };
}

/** Asks as a new program with these scopes. */
export async function askingAs(server: TestServer, scopes: readonly Scope[]): Promise<Ask> {
  const { secret } = await makeClient(server.url, scopes, 'Integration');
  return asking(server.url, `Token ${secret}`);
}

/** Somebody who may be given jobs. */
export async function employee(server: TestServer, name: string): Promise<string> {
  return (await signIn(server.url, 'rep', name)).user.id;
}

/** A customer in Springfield, Illinois, who is served there. */
export async function newCustomer(
  ask: Ask,
  more: object = {},
): Promise<{ readonly customerId: string; readonly addressId: string }> {
  const { status, body } = await ask('POST', '/customers', {
    first_name: 'Maria',
    last_name: 'Lopez',
    addresses: [{ street: '12 Oak Street', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' }],
    ...more,
  });
  if (status !== 201) throw new Error(`a customer was answered with ${status}: ${JSON.stringify(body)}`);
  return { customerId: body.id, addressId: body.addresses[0].id };
}

/** A job for a new customer, and its body. */
export async function newJob(ask: Ask, more: object = {}) {
  const { customerId, addressId } = await newCustomer(ask);
  const { status, body } = await ask('POST', '/jobs', {
    customer_id: customerId,
    address_id: addressId,
    line_items: [{ name: 'Water heater', unit_price: 12_500 }],
    ...more,
  });
  if (status !== 201) throw new Error(`a job was answered with ${status}: ${JSON.stringify(body)}`);
  return { customerId, addressId, job: body };
}
