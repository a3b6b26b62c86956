import type { DeskKind, Story } from '../story.ts';
import { childFever } from './health-line/child-fever.ts';
import { airConditioning } from './home-service/air-conditioning.ts';
import { waterHeater } from './home-service/water-heater.ts';

/** Every reason to call, by desk. Adding one changes which story a seed draws; the tests that count stories say so. */
export const stories: Readonly<Record<DeskKind, readonly Story[]>> = {
  'home-service': [waterHeater, airConditioning],
  'health-line': [childFever],
};
