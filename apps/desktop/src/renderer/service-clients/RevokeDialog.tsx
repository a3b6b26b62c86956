import type { ServiceClient } from '@ringdesk/shared';
import { refusalOf, useChange } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { notice } from '../ui/notices.store.ts';
import { plainText } from '../ui/plain-text.ts';
import { clientMessages } from './messages.ts';

const say = clientMessages;

export interface RevokeDialogProps {
  readonly client: ServiceClient;
  readonly onClose: () => void;
}

/** The end of a service client, after its name was typed. */
export function RevokeDialog({ client, onClose }: RevokeDialogProps) {
  const name = plainText(client.name).trim();
  const revoke = useChange('service-client.revoke', { touches: ['service-clients.list'] });

  async function confirm(): Promise<string | null> {
    const refusal = await refusalOf(revoke.mutateAsync({ id: client.id }));
    if (refusal !== null) return sayRefusal(refusal);
    notice(say.isRevoked(name), 'well');
    return null;
  }
  return (
    <ConfirmDialog
      title={say.revokeTitle(name)}
      confirmLabel={say.revoke}
      cancelLabel={say.cancel}
      closeLabel={say.close}
      typed={{ label: say.typeName(name), word: name }}
      onConfirm={confirm}
      onClose={onClose}
    >
      {say.revokeWords}
    </ConfirmDialog>
  );
}
