import type { JobId } from '@ringdesk/shared';

/** Gives a job the focus once it is drawn where it is now; tried for a few frames. */
export function focusJob(within: HTMLElement | null, id: JobId, tries = 30): void {
  requestAnimationFrame(() => {
    const job = within?.querySelector<HTMLElement>(`a[data-job="${id}"]`);
    if (job) {
      job.focus();
      job.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (tries > 0) focusJob(within, id, tries - 1);
  });
}
