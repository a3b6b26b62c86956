import { useAnnouncement } from './announcements.store.ts';

/** Where announcements are spoken from. Stands once, in the frame. */
export function LiveRegion() {
  const { text, turn } = useAnnouncement();
  return (
    <div className="only-heard" role="log" aria-live="polite" aria-relevant="additions">
      <span key={turn}>{text}</span>
    </div>
  );
}
