import type { DeskKind, Story } from '../story.ts';
import { afterSurgery } from './health-line/after-surgery.ts';
import { appointment } from './health-line/appointment.ts';
import { backPain } from './health-line/back-pain.ts';
import { bloodPressure } from './health-line/blood-pressure.ts';
import { bloodSugar } from './health-line/blood-sugar.ts';
import { childFever } from './health-line/child-fever.ts';
import { medication } from './health-line/medication.ts';
import { pregnancyNausea } from './health-line/pregnancy-nausea.ts';
import { rash } from './health-line/rash.ts';
import { testResults } from './health-line/test-results.ts';
import { airConditioning } from './home-service/air-conditioning.ts';
import { appliance } from './home-service/appliance.ts';
import { burstPipe } from './home-service/burst-pipe.ts';
import { cloggedDrain } from './home-service/clogged-drain.ts';
import { electrical } from './home-service/electrical.ts';
import { furnace } from './home-service/furnace.ts';
import { garageDoor } from './home-service/garage-door.ts';
import { gasSmell } from './home-service/gas-smell.ts';
import { invoice } from './home-service/invoice.ts';
import { lockOut } from './home-service/lock-out.ts';
import { pests } from './home-service/pests.ts';
import { remodelEstimate } from './home-service/remodel-estimate.ts';
import { reschedule } from './home-service/reschedule.ts';
import { roofLeak } from './home-service/roof-leak.ts';
import { waterHeater } from './home-service/water-heater.ts';

/** Every reason to call, by desk. Adding one changes which story each seed draws. */
export const stories: Readonly<Record<DeskKind, readonly Story[]>> = {
  'home-service': [
    waterHeater,
    burstPipe,
    airConditioning,
    furnace,
    cloggedDrain,
    electrical,
    garageDoor,
    roofLeak,
    pests,
    appliance,
    lockOut,
    remodelEstimate,
    reschedule,
    invoice,
    gasSmell,
  ],
  'health-line': [
    childFever,
    bloodPressure,
    medication,
    backPain,
    afterSurgery,
    bloodSugar,
    pregnancyNausea,
    rash,
    testResults,
    appointment,
  ],
};
