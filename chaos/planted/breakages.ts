import { accountsBreakages } from './accounts-breakages.ts';
import { callsBreakages } from './calls-breakages.ts';
import type { Breakage } from './planted-copy.ts';
import { recordsBreakages } from './records-breakages.ts';

/** One-line breakages of what must never break. Each must turn its test red; a test that never failed is not trusted. */
export const breakages: readonly Breakage[] = [...callsBreakages, ...accountsBreakages, ...recordsBreakages];
