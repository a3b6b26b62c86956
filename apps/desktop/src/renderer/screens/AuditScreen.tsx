import { useNavigate, useSearch } from '@tanstack/react-router';
import { AuditList } from '../audit/AuditList.tsx';
import { auditMessages } from '../audit/messages.ts';
import { AdminPage } from './AdminPage.tsx';

/** The audit of sign-ins and changes; its filters stand in the address. */
export function AuditScreen() {
  const filters = useSearch({ from: '/admin/audit' });
  const navigate = useNavigate({ from: '/admin/audit' });
  return (
    <AdminPage title={auditMessages.title} about={auditMessages.about}>
      <AuditList
        filters={filters}
        onFilters={(change) => void navigate({ search: (before) => ({ ...before, ...change }) })}
      />
    </AdminPage>
  );
}
