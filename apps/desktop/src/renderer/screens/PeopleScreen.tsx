import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSignedIn } from '../auth/session.store.ts';
import { peopleMessages } from '../users/messages.ts';
import { PeopleList } from '../users/PeopleList.tsx';
import { PersonPanel } from '../users/PersonPanel.tsx';
import type { PeopleFilters } from '../users/people-filters.ts';
import styles from './AdminPage.module.css';
import { AdminPage } from './AdminPage.tsx';

/** The people, and the one that was picked beside them; both stand in the address. */
export function PeopleScreen() {
  const user = useSignedIn();
  const filters = useSearch({ from: '/admin/people' });
  const navigate = useNavigate({ from: '/admin/people' });
  if (user === null) return null;
  function change(wish: PeopleFilters): void {
    // A search that is being typed is one step back, not one for each letter.
    const isTyping = Object.keys(wish).join() === 'q';
    void navigate({ search: (before) => ({ ...before, ...wish }), replace: isTyping });
  }
  return (
    <AdminPage title={peopleMessages.title} about={peopleMessages.about}>
      <div className={styles.beside}>
        <PeopleList filters={filters} meId={user.id} onFilters={change} />
        {filters.person === undefined ? null : (
          <PersonPanel
            key={filters.person}
            id={filters.person}
            meId={user.id}
            onClose={() => change({ person: undefined })}
          />
        )}
      </div>
    </AdminPage>
  );
}
