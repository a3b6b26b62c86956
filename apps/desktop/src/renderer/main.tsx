import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/App.tsx';
import { startDesk } from './app/desk-session.ts';
import { wearTheme } from './app/theme.store.ts';
import { restoreKept } from './outbox/kept.ts';

// The page's policy forbids building code from text, which zod would otherwise try for speed.
z.config({ jitless: true });
wearTheme();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Forms read what was typed in them once, when they are shown first.
await restoreKept();
void startDesk();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
