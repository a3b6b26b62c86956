import type { Rep } from '@ringdesk/shared';
import {
  ChevronDown,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleOff,
  Coffee,
  type LucideIcon,
} from 'lucide-react';
import { useState } from 'react';
import { keysOf, useShortcut } from '../app/shortcuts.ts';
import { useServerSecond } from '../realtime/server-time.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { clockOf, sayDuration } from '../ui/durations.ts';
import { Menu, MenuItem, MenuRule, MenuTitle } from '../ui/Menu.tsx';
import { presenceMessages } from './messages.ts';
import { OtherReason } from './OtherReason.tsx';
import styles from './PresenceSwitch.module.css';
import { usePresence } from './presence.store.ts';
import { type PresenceSaid, sayPresence, undoOf } from './say-presence.ts';

const icons: Readonly<Record<Rep['presence'], LucideIcon>> = {
  available: CircleCheck,
  away: CircleMinus,
  not_responding: CircleDashed,
  offline: CircleOff,
};

const available: PresenceSaid = { presence: 'available', reason: null };

function awayFor(reason: string): PresenceSaid {
  return { presence: 'away', reason };
}

/** What I say of myself, for how long, and the menu that changes it. */
export function PresenceSwitch() {
  const rep = usePresence();
  const [isAsking, setIsAsking] = useState(false);
  useShortcut('presence.available', () => void sayPresence(available), rep !== null);
  useShortcut('presence.away', () => void sayPresence(awayFor(presenceMessages.breakReason)), rep !== null);
  if (rep === null) {
    return (
      <div className={styles.place}>
        <div className={classes(styles.switch, styles.offline)}>
          <CircleDashed size={16} aria-hidden />
          <span className={styles.work}>{presenceMessages.loading}</span>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.place}>
      <Menu trigger={<Trigger rep={rep} />}>
        <MenuItem
          icon={CircleCheck}
          label={presenceMessages.names.available}
          keys={keysOf('presence.available')}
          onPick={() => void sayPresence(available)}
        />
        <MenuRule />
        <MenuTitle>{presenceMessages.awayTitle}</MenuTitle>
        {presenceMessages.reasons.map((reason) => (
          <MenuItem
            key={reason}
            icon={reason === presenceMessages.breakReason ? Coffee : CircleMinus}
            label={reason}
            keys={reason === presenceMessages.breakReason ? keysOf('presence.away') : undefined}
            onPick={() => void sayPresence(awayFor(reason))}
          />
        ))}
        <MenuItem icon={CircleMinus} label={presenceMessages.other} onPick={() => setIsAsking(true)} />
      </Menu>
      <Next rep={rep} />
      <Remedy rep={rep} />
      <OtherReason
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        onReason={(reason) => void sayPresence(awayFor(reason))}
      />
    </div>
  );
}

function Trigger({ rep, ...button }: { readonly rep: Rep }) {
  const now = useServerSecond();
  const Icon = icons[rep.presence];
  const name =
    rep.presence === 'away' ? presenceMessages.awayWith(rep.reason) : presenceMessages.names[rep.presence];
  const work = presenceMessages.work[rep.work];
  const lastedMs = now - Date.parse(rep.since);
  return (
    // Its name is what is seen of it, so that it can be called by voice; the ticking time stays out of the name.
    <button type="button" {...button} className={styles.switch}>
      <span className="only-heard">{presenceMessages.label}:</span>
      <Icon className={styles[rep.presence]} size={16} strokeWidth={2} aria-hidden />
      <span className={styles.name}>{name}</span>
      {work === '' ? null : <span className={styles.work}>{work}</span>}
      <span className={styles.time} aria-hidden title={presenceMessages.since(sayDuration(lastedMs))}>
        {clockOf(lastedMs)}
      </span>
      <ChevronDown className={styles.chevron} size={14} aria-hidden />
    </button>
  );
}

function Next({ rep }: { readonly rep: Rep }) {
  if (rep.nextPresence === null) return null;
  const name =
    rep.nextPresence === 'away'
      ? presenceMessages.awayWith(rep.nextReason)
      : presenceMessages.names[rep.nextPresence];
  const undo = undoOf(rep);
  return (
    <div className={styles.next} role="status">
      {presenceMessages.next(name)}
      {undo === null ? null : (
        <Button look="quiet" className={styles.undo} onClick={() => void sayPresence(undo)}>
          {presenceMessages.undo}
        </Button>
      )}
    </div>
  );
}

function Remedy({ rep }: { readonly rep: Rep }) {
  if (rep.presence !== 'not_responding' && rep.presence !== 'offline') return null;
  const isMissed = rep.presence === 'not_responding';
  return (
    <div className={styles.remedy}>
      <Banner
        tone={isMissed ? 'trouble' : 'info'}
        isBoxed
        action={
          <Button onClick={() => void sayPresence(available)}>{presenceMessages.names.available}</Button>
        }
      >
        {isMissed ? presenceMessages.notResponding : presenceMessages.offline}
      </Banner>
    </div>
  );
}
