import { Link, useLocation } from '@tanstack/react-router';
import { KeyRound, ScrollText, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import { Page, type PageProps } from '../ui/Page.tsx';
import styles from './AdminPage.module.css';
import { adminMessages } from './messages.ts';

const tabs = [
  { path: '/admin/people', label: adminMessages.people, icon: Users },
  { path: '/admin/service-clients', label: adminMessages.serviceClients, icon: KeyRound },
  { path: '/admin/audit', label: adminMessages.audit, icon: ScrollText },
] as const;

export interface AdminPageProps extends Omit<PageProps, 'below'> {
  readonly children: ReactNode;
}

/** A page of admin, with the way to its sisters. */
export function AdminPage(props: AdminPageProps) {
  const here = useLocation({ select: ({ pathname }) => pathname });
  return (
    <Page
      {...props}
      below={
        <nav className={styles.tabs} aria-label={adminMessages.title}>
          {tabs.map(({ path, label, icon: Icon }) => (
            <Link
              key={path}
              to={path}
              className={classes(styles.tab, here === path && styles.here)}
              aria-current={here === path ? 'page' : undefined}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              {label}
            </Link>
          ))}
        </nav>
      }
    />
  );
}
