import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce } from './announcements.store.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { copyText } from './copy-text.ts';

const shownMs = 2000;

export interface CopyButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'className'> {
  readonly text: string;
  readonly label: string;
  readonly copiedLabel: string;
  /** Told when the computer does not let the page copy. */
  readonly failedLabel: string;
}

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label, copiedLabel, failedLabel, ...rest }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    const isCopied = await copyText(text);
    setOutcome(isCopied ? 'copied' : 'failed');
    announce(isCopied ? copiedLabel : failedLabel);
  }
  const Icon = outcome === 'copied' ? Check : Copy;
  const shown = { copied: copiedLabel, failed: failedLabel };
  return (
    <Button {...rest} onClick={() => void copy()}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      {outcome === null ? label : shown[outcome]}
    </Button>
  );
}
