import type { SignedInDevice } from '@ringdesk/shared';
import { Monitor, Smartphone } from 'lucide-react';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Moment } from '../ui/Moment.tsx';
import { sayDay } from '../ui/moments.ts';
import { plainText } from '../ui/plain-text.ts';
import styles from './Account.module.css';
import { accountMessages } from './messages.ts';

const say = accountMessages;
const hand = /phone|android|ios|ipad/i;

export interface SessionRowProps {
  readonly device: SignedInDevice;
  readonly nowMs: number;
  readonly onEnd: () => void;
}

/** One device on which I am signed in. */
export function SessionRow({ device, nowMs, onEnd }: SessionRowProps) {
  const name = plainText(device.device);
  const Icon = hand.test(name) ? Smartphone : Monitor;
  return (
    <li className={styles.session}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
      <div className={styles.device}>
        <p className={styles.deviceName}>
          <b title={name}>{name}</b>
          {device.isCurrent ? <Badge tone="green">{say.thisDevice}</Badge> : null}
          {device.isLocked ? <Badge tone="grey">{say.locked}</Badge> : null}
        </p>
        <p className={styles.quiet}>
          {say.lastSeen} <Moment at={device.lastSeenAt} nowMs={nowMs} />{' '}
          {say.address(plainText(device.address))}
          {' · '}
          {say.since(sayDay(device.createdAt, nowMs))}
        </p>
      </div>
      {device.isCurrent ? null : (
        <Button aria-label={say.endOf(name)} onClick={onEnd}>
          {say.end}
        </Button>
      )}
    </li>
  );
}
