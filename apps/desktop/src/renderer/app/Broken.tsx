import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { appMessages } from './messages.ts';

/** Catches a bug in what it draws, so that the rep reads a sentence and not an empty window. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <BrokenNews /> : this.props.children;
  }
}

/** What is said in place of what cannot be drawn. */
export function BrokenNews() {
  return (
    <EmptyState
      title={appMessages.broken}
      actions={
        <Button look="primary" onClick={() => window.location.reload()}>
          {appMessages.reload}
        </Button>
      }
    >
      {appMessages.brokenRemedy}
    </EmptyState>
  );
}
