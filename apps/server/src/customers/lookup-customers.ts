import { done, type Output, type Result } from '@ringdesk/shared';
import type { App } from '../app.ts';
import { soughtE164 } from './phones.ts';
import { withPhone } from './store.ts';

/** Every customer with this number: none, one or several; whoever asks chooses. What is no number is nobody's. */
export async function lookupCustomers(
  app: Pick<App, 'db'>,
  { phone }: { readonly phone: string },
): Promise<Result<Output<'customers.lookup'>>> {
  const number = soughtE164(phone);
  if (number === null) return done({ phone, items: [], nextCursor: null });
  return done({ phone: number, items: [...(await withPhone(app.db, number))], nextCursor: null });
}
