import type { ServiceClient } from '@ringdesk/shared';
import { Ban, Ellipsis, KeyRound } from 'lucide-react';
import { Badge } from '../ui/Badge.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { Moment } from '../ui/Moment.tsx';
import { sayExactly } from '../ui/moments.ts';
import { plainText } from '../ui/plain-text.ts';
import table from '../ui/Table.module.css';
import { Tooltip } from '../ui/Tooltip.tsx';
import styles from './Clients.module.css';
import { clientMessages } from './messages.ts';

const say = clientMessages;

export interface ClientRowProps {
  readonly client: ServiceClient;
  readonly nowMs: number;
  readonly onAsk: (what: 'rotate' | 'revoke', client: ServiceClient) => void;
}

/** One service client. A revoked one stays to be read. */
export function ClientRow({ client, nowMs, onAsk }: ClientRowProps) {
  const name = plainText(client.name);
  const isRevoked = client.revokedAt !== null;
  return (
    <tr className={classes(table.row, isRevoked && table.off)}>
      <td className={table.what}>
        <span className={table.name} title={name}>
          {name}
        </span>
        <div className={table.meta}>{client.id}</div>
      </td>
      <td className={styles.scopes}>{client.scopes.map((scope) => say.scopes[scope].label).join(', ')}</td>
      <td>
        <State client={client} nowMs={nowMs} />
      </td>
      <td className={styles.spare}>
        {client.lastUsedAt === null ? say.never : <Moment at={client.lastUsedAt} nowMs={nowMs} />}
      </td>
      <td className={styles.spare}>
        <Moment at={client.createdAt} nowMs={nowMs} />
      </td>
      <td className={table.number}>
        {isRevoked ? null : (
          <Menu align="end" trigger={<IconButton icon={Ellipsis} label={say.actions(name)} />}>
            <MenuItem icon={KeyRound} label={say.rotate} onPick={() => onAsk('rotate', client)} />
            <MenuItem icon={Ban} label={say.revoke} onPick={() => onAsk('revoke', client)} />
          </Menu>
        )}
      </td>
    </tr>
  );
}

function State({ client, nowMs }: { readonly client: ServiceClient; readonly nowMs: number }) {
  if (client.revokedAt !== null) return <Badge tone="grey">{say.revoked}</Badge>;
  const until = client.oldSecretUntil;
  if (until === null || Date.parse(until) <= nowMs) return <Badge tone="green">{say.works}</Badge>;
  return (
    <Tooltip label={say.twoSecretsUntil(sayExactly(until))}>
      <span>
        <Badge tone="amber">{say.twoSecrets}</Badge>
      </span>
    </Tooltip>
  );
}
