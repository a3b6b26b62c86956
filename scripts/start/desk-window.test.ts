import { describe, expect, it } from 'vitest';
import { chooseWindow, type WindowFacts } from './desk-window.ts';

const desktop: WindowFacts = {
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isRoot: false,
  distFolder: '/electron/dist',
  exists: () => true,
};

describe('the window of the desk', () => {
  it.each([
    ['linux', '/electron/dist/electron'],
    ['darwin', '/electron/dist/Electron.app/Contents/MacOS/Electron'],
    ['win32', '/electron/dist/electron.exe'],
  ] as const)('opens with the program of %s', (platform, program) => {
    expect(chooseWindow({ ...desktop, platform })).toEqual({ program });
  });

  it('opens on Wayland too, and needs no such variable outside of Linux', () => {
    expect(chooseWindow({ ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toHaveProperty('program');
    expect(chooseWindow({ ...desktop, platform: 'darwin', env: {} })).toHaveProperty('program');
  });

  it('takes the Electron that the developer points to', () => {
    const env = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/mine' };
    expect(chooseWindow({ ...desktop, env })).toEqual({ program: '/mine/electron' });
    expect(chooseWindow({ ...desktop, env, exists: () => false })).toEqual({
      missing: 'ELECTRON_OVERRIDE_DIST_PATH has no /mine/electron (correct it, or leave it out)',
    });
  });

  it.each([
    [{ env: {} }, /^there is no display/],
    [{ isRoot: true }, /^Electron does not run as root/],
  ])('says what is missing and how to get it %#', (facts, words) => {
    expect(chooseWindow({ ...desktop, ...facts })).toEqual({ missing: expect.stringMatching(words) });
  });
  it('is to be downloaded where everything else is there, and only there', () => {
    const without = { ...desktop, exists: () => false };
    expect(chooseWindow(without)).toEqual({ absent: '/electron/dist/electron' });
    expect(chooseWindow({ ...without, env: {} })).toHaveProperty('missing');
    expect(chooseWindow({ ...without, isRoot: true })).toHaveProperty('missing');
  });
});
