import { Link, useLocation } from '@tanstack/react-router';
import {
  BellRing,
  CircleHelp,
  Contrast,
  Lock,
  LogOut,
  Monitor,
  Moon,
  Sun,
  SunMoon,
  Volume2,
  Wifi,
  WifiOff,
} from 'lucide-react';
import { useSignedIn } from '../auth/session.store.ts';
import { useCurrentCall } from '../calls/desk.store.ts';
import { useConnection } from '../realtime/connection.store.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, MenuItem, MenuRule, MenuTitle } from '../ui/Menu.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { bridge } from './bridge.ts';
import icon from './icon.svg';
import { lockDesk } from './lock-desk.ts';
import { appMessages } from './messages.ts';
import { placeAt, placesOf } from './places.ts';
import styles from './Rail.module.css';
import { keysOf, runAction } from './shortcuts.ts';
import { setTheme, toggleContrast, useIsHighContrast, useTheme } from './theme.store.ts';

/** The places of the desk, how it stands with the server, and what belongs to this person and machine. */
export function Rail() {
  return (
    <nav className={styles.rail} aria-label={appMessages.places}>
      <img src={icon} alt="" className={styles.brand} />
      <Places isOwn={false} />
      <span className={styles.gap} />
      <ConnectionSign />
      <ThemeMenu />
      <IconButton
        icon={Volume2}
        size="large"
        label={appMessages.sound}
        tooltipSide="right"
        onClick={() => runAction('sound.open')}
      />
      <IconButton
        icon={CircleHelp}
        size="large"
        label={appMessages.help}
        keys={keysOf('help.open')}
        tooltipSide="right"
        onClick={() => runAction('help.open')}
      />
      <Places isOwn />
      <AccountMenu />
    </nav>
  );
}

/** The places this person may use: those of the work, or those of oneself. */
function Places({ isOwn }: { readonly isOwn: boolean }) {
  const user = useSignedIn();
  const isOnCall = useCurrentCall() !== null;
  const here = useLocation({ select: ({ pathname }) => pathname });
  if (user === null) return null;
  const current = placeAt(here, user.role);
  const shown = placesOf(user.role).filter((place) => (place.isOwn ?? false) === isOwn);
  return shown.map(({ path, label, icon: Icon, shortcut }) => {
    const hasCall = path === '/' && isOnCall && current !== '/';
    const name = hasCall ? `${label}: ${appMessages.onCall}` : label;
    return (
      <Tooltip key={path} label={name} keys={keysOf(shortcut)} side="right">
        <Link
          to={path}
          className={classes(styles.place, current === path && styles.here)}
          aria-label={name}
          aria-current={current === path ? 'page' : undefined}
        >
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          {hasCall ? <span className={styles.live} /> : null}
        </Link>
      </Tooltip>
    );
  });
}

function ConnectionSign() {
  const { state } = useConnection();
  const isOpen = state === 'open';
  const words = isOpen
    ? appMessages.online
    : state === 'connecting'
      ? appMessages.connecting
      : appMessages.away;
  const Icon = isOpen || state === 'connecting' ? Wifi : WifiOff;
  return (
    <Tooltip label={words} side="right">
      <span className={classes(styles.dot, styles[state])} role="img" aria-label={words}>
        <Icon size={16} strokeWidth={2} aria-hidden />
      </span>
    </Tooltip>
  );
}

const themes = [
  { theme: 'system', label: appMessages.themeSystem, icon: Monitor },
  { theme: 'light', label: appMessages.themeLight, icon: Sun },
  { theme: 'dark', label: appMessages.themeDark, icon: Moon },
] as const;

function ThemeMenu() {
  const chosen = useTheme();
  const isHighContrast = useIsHighContrast();
  return (
    <Menu
      side="right"
      align="end"
      trigger={<IconButton icon={SunMoon} size="large" label={appMessages.theme} tooltipSide="right" />}
    >
      {themes.map(({ theme, label, icon: Icon }) => (
        <MenuItem
          key={theme}
          icon={Icon}
          label={label}
          isChosen={chosen === theme}
          onPick={() => setTheme(theme)}
        />
      ))}
      <MenuRule />
      <MenuItem
        icon={Contrast}
        label={appMessages.themeContrast}
        isChosen={isHighContrast}
        onPick={toggleContrast}
      />
    </Menu>
  );
}

function AccountMenu() {
  const user = useSignedIn();
  if (user === null) return null;
  const initials = user.name
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .slice(0, 2)
    .join('');
  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button type="button" className={styles.initials}>
          <span aria-hidden>{initials}</span>
          <span className="only-heard">{appMessages.account(user.name)}</span>
        </button>
      }
    >
      <MenuTitle>
        {user.name} · {appMessages.roles[user.role]}
      </MenuTitle>
      <NotifyItem />
      <MenuItem icon={Lock} label={appMessages.lock} keys={keysOf('session.lock')} onPick={lockDesk} />
      <MenuItem icon={LogOut} label={appMessages.signOut} onPick={() => runAction('session.sign-out')} />
    </Menu>
  );
}

/** A browser asks before it shows notifications; the desktop app need not. */
function NotifyItem() {
  const mayAsk =
    bridge.kind === 'browser' && 'Notification' in window && Notification.permission === 'default';
  if (!mayAsk) return null;
  return (
    <MenuItem
      icon={BellRing}
      label={appMessages.notifyMe}
      onPick={() => void Notification.requestPermission()}
    />
  );
}
