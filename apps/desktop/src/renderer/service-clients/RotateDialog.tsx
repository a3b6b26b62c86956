import type { ServiceClient } from '@ringdesk/shared';
import { useRef, useState } from 'react';
import { refusalOf, useChange } from '../http/records.ts';
import { sayRefusal } from '../http/say-refusal.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { plainText } from '../ui/plain-text.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { clientMessages } from './messages.ts';

const say = clientMessages;

/** A client and its secret, which is nowhere else. */
export interface NewSecret {
  readonly client: ServiceClient;
  readonly secret: string;
}

const overlaps = (['60', '1440', '0'] as const).map((minutes) => ({
  value: minutes,
  label: say.overlap[minutes],
}));

export interface RotateDialogProps {
  readonly client: ServiceClient;
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: () => void;
}

/** A new secret, and how long the old one works beside it. */
export function RotateDialog({ client, onMade, onClose }: RotateDialogProps) {
  const [minutes, setMinutes] = useState<'0' | '60' | '1440'>('60');
  // Not drawn, only handed on when the question closes.
  const made = useRef<NewSecret | null>(null);
  const rotate = useChange('service-client.rotate', { touches: ['service-clients.list'] });

  async function confirm(): Promise<string | null> {
    const asked = rotate.mutateAsync({ id: client.id, keepOldMinutes: Number(minutes) });
    const refusal = await refusalOf(asked);
    if (refusal !== null) return sayRefusal(refusal);
    const { secret, ...rotated } = await asked;
    made.current = { client: rotated, secret };
    return null;
  }
  return (
    <ConfirmDialog
      title={say.rotateTitle(plainText(client.name))}
      confirmLabel={say.rotate}
      cancelLabel={say.cancel}
      closeLabel={say.close}
      look="primary"
      onConfirm={confirm}
      onClose={() => (made.current === null ? onClose() : onMade(made.current))}
    >
      <p>{say.rotateWords}</p>
      <SelectField label={say.keepOld} value={minutes} choices={overlaps} onChange={setMinutes} />
    </ConfirmDialog>
  );
}
