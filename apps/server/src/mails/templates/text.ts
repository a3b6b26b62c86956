import type { Page } from './page.ts';

/** A page as plain text. */
export function textOf(page: Page, deskAt: string | null): string {
  const facts = page.facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const code = page.code === undefined ? '' : `    ${page.code}`;
  const parts = [page.greeting, page.says, code, facts, ...page.advice, signature(deskAt)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function signature(deskAt: string | null): string {
  return deskAt === null ? 'Ringdesk' : `Ringdesk\n${deskAt}`;
}
