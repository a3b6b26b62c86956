import { Volume2, VolumeX } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { callMessages } from './call.messages.ts';
import styles from './RingSettings.module.css';
import { ringOnce } from './ring.ts';
import { setRing, useRingSettings } from './ring-settings.store.ts';
import { usualQuietHours } from './ring-settings.ts';

const say = callMessages.ring;

/** How loud offers ring on this computer: volume, mute and quiet hours. */
export function RingSettings() {
  const { volume, isMuted, quietHours } = useRingSettings();
  const id = useId();
  return (
    <fieldset className={styles.ring}>
      <legend>{say.title}</legend>
      <p className={styles.hint}>{say.hint}</p>
      <div className={styles.line}>
        <label htmlFor={`${id}-volume`}>{say.volume}</label>
        <input
          id={`${id}-volume`}
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(volume * 100)}
          disabled={isMuted}
          onChange={(event) => setRing({ volume: event.target.valueAsNumber / 100 })}
        />
        <MuteButton />
        <Button disabled={isMuted} onClick={() => ringOnce(volume)}>
          {say.listen}
        </Button>
      </div>
      <div className={styles.line}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={quietHours !== null}
            onChange={(event) => setRing({ quietHours: event.target.checked ? usualQuietHours : null })}
          />
          {say.quiet}
        </label>
        {quietHours === null ? null : (
          <>
            <TimeField
              label={say.from}
              value={quietHours.from}
              onChange={(from) => setRing({ quietHours: { ...quietHours, from } })}
            />
            <TimeField
              label={say.to}
              value={quietHours.to}
              onChange={(to) => setRing({ quietHours: { ...quietHours, to } })}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** Silences the ring, or lets it ring again. */
export function MuteButton() {
  const { isMuted } = useRingSettings();
  return (
    <IconButton
      icon={isMuted ? VolumeX : Volume2}
      label={isMuted ? callMessages.offer.unmute : callMessages.offer.mute}
      isPressed={isMuted}
      onClick={() => setRing({ isMuted: !isMuted })}
    />
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <label className={styles.time}>
      {label}
      <input
        type="time"
        value={value}
        required
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
    </label>
  );
}
