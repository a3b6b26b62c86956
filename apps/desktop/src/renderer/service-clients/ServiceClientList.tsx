import type { ServiceClient } from '@ringdesk/shared';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { itemsOf, useRecords } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { useServerSecond } from '../realtime/server-time.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton, useSlowly } from '../ui/Skeleton.tsx';
import table from '../ui/Table.module.css';
import { Trouble } from '../ui/Trouble.tsx';
import { ClientRow } from './ClientRow.tsx';
import styles from './Clients.module.css';
import { clientMessages } from './messages.ts';
import { NewClientDialog } from './NewClientDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { type NewSecret, RotateDialog } from './RotateDialog.tsx';
import { SecretDialog } from './SecretDialog.tsx';

const say = clientMessages;
const pageSize = 50;

type Open =
  | { readonly what: 'create' }
  | { readonly what: 'rotate' | 'revoke'; readonly client: ServiceClient }
  | ({ readonly what: 'secret' } & NewSecret);

export interface ServiceClientListProps {
  readonly isCreating: boolean;
  readonly onCreated: () => void;
  readonly serverUrl: string;
}

/** The service clients, newest first, and what is done about them. */
export function ServiceClientList({ isCreating, onCreated, serverUrl }: ServiceClientListProps) {
  const [asked, setAsked] = useState<Open | null>(null);
  const list = useRecords('service-clients.list', { limit: pageSize });
  const isSlow = useSlowly(list.isPending);
  const clients = itemsOf(list.data);
  const open: Open | null = asked ?? (isCreating ? { what: 'create' } : null);
  function close(): void {
    setAsked(null);
    onCreated();
  }
  function shown(made: NewSecret): void {
    onCreated();
    setAsked({ what: 'secret', ...made });
  }
  return (
    <div className={styles.list}>
      {list.error === null ? null : (
        <div className={styles.pad}>
          <Trouble againLabel={say.again} onAgain={() => void list.refetch()}>
            {sayRefusal(list.error.refusal)}
          </Trouble>
        </div>
      )}
      {isSlow ? (
        <div className={styles.pad}>
          <Skeleton height="2rem" />
        </div>
      ) : null}
      {list.data !== undefined && clients.length === 0 ? (
        <EmptyState
          icon={KeyRound}
          title={say.emptyTitle}
          actions={
            <Button look="primary" onClick={() => setAsked({ what: 'create' })}>
              {say.create}
            </Button>
          }
        >
          {say.empty}
        </EmptyState>
      ) : null}
      {clients.length === 0 ? null : (
        <Clients clients={clients} onAsk={(what, client) => setAsked({ what, client })}>
          {list.hasNextPage ? (
            <div className={table.more}>
              <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isFetchingNextPage ? say.loading : say.more}
              </Button>
            </div>
          ) : null}
        </Clients>
      )}
      {open?.what === 'create' ? <NewClientDialog onMade={shown} onClose={close} /> : null}
      {open?.what === 'rotate' ? <RotateDialog client={open.client} onMade={shown} onClose={close} /> : null}
      {open?.what === 'revoke' ? <RevokeDialog client={open.client} onClose={close} /> : null}
      {open?.what === 'secret' ? <SecretDialog made={open} serverUrl={serverUrl} onClose={close} /> : null}
    </div>
  );
}

interface ClientsProps {
  readonly clients: readonly ServiceClient[];
  readonly onAsk: (what: 'rotate' | 'revoke', client: ServiceClient) => void;
  readonly children: React.ReactNode;
}

function Clients({ clients, onAsk, children }: ClientsProps) {
  const nowMs = useServerSecond();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={say.list}>
        <thead>
          <tr>
            <th scope="col">{say.client}</th>
            <th scope="col">{say.mayDo}</th>
            <th scope="col">{say.state}</th>
            <th scope="col" className={styles.spare}>
              {say.lastUsed}
            </th>
            <th scope="col" className={styles.spare}>
              {say.made}
            </th>
            <th scope="col">
              <span className="only-heard">{say.actions('')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <ClientRow key={client.id} client={client} nowMs={nowMs} onAsk={onAsk} />
          ))}
        </tbody>
      </table>
      {children}
    </div>
  );
}
