import { create } from 'zustand';
import { notice } from '../ui/notices.store.ts';
import { setUpMessages } from './door.messages.ts';
import { deskOwner, onDeskOwner, stayAtDoor } from './session.store.ts';
import { isPastTheDoor, keepWay, move, type News, readWay, type WayIn } from './way-in.ts';

const key = 'ringdesk.way-in';
/** Not the codes: only that they are on the screen now, so that a reload which loses them can say what to do. */
const codesShownKey = 'ringdesk.codes-shown';

/** Kept for this tab: a reload while the mail is fetched does not lose the step. */
const useWayInStore = create<{ readonly way: WayIn }>(() => ({ way: readWay(sessionStorage.getItem(key)) }));

export const useWayIn = (): WayIn => useWayInStore(({ way }) => way);

/** Tells what happened at the door. */
export function atDoor(news: News): void {
  const way = move(useWayInStore.getState().way, news);
  const kept = keepWay(way);
  if (kept === null || news.what === 'entered') sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, kept);
  if (way.step === 'keep-codes') sessionStorage.setItem(codesShownKey, 'yes');
  else sessionStorage.removeItem(codesShownKey);
  useWayInStore.setState({ way });
}

if (sessionStorage.getItem(codesShownKey) !== null) {
  sessionStorage.removeItem(codesShownKey);
  notice(setUpMessages.keep.lost, 'careful');
}
// Who was signed in by a recovery code and then reloaded is still asked about the new authenticator.
if (isPastTheDoor(useWayInStore.getState().way)) stayAtDoor();
if (deskOwner() !== null) atDoor({ what: 'entered' });
// Whoever is at the desk starts anew when they come back to the door.
onDeskOwner((now) => now !== null && atDoor({ what: 'entered' }));
