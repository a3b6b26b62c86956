import { expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';

it.each([true, false])(
  'an installed app has no developer tools and no reload in its menu (mac: %s)',
  (isMac) => {
    const text = JSON.stringify(menuTemplate({ isMac, hasDevTools: false }));
    expect(text).not.toMatch(/toggleDevTools|reload|help/i);
    expect(text).toMatch(isMac ? /appMenu/ : /quit/);
  },
);

it('has them while it is being built', () => {
  expect(JSON.stringify(menuTemplate({ isMac: false, hasDevTools: true }))).toContain('toggleDevTools');
});
