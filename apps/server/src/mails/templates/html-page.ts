import { html, type Markup } from '../html.ts';
import type { Page } from './page.ts';

const font = "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** A page as HTML: one column, no pictures, nothing fetched, and no link; light and dark as the reader likes it. */
export function htmlOf(page: Page, deskAt: string | null): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${page.subject}</title>
<style>
  :root { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    .paper { background: #16181d !important; color: #e8eaed !important; }
    .sheet { background: #1f2228 !important; border-color: #343842 !important; }
    .quiet { color: #a6acb8 !important; }
    .code { background: #2a2e37 !important; }
  }
</style>
</head>
<body class="paper" style="margin: 0; padding: 24px 12px; background: #f4f5f7; color: #1c1f26; ${font}; font-size: 16px; line-height: 1.5">
<div class="sheet" style="max-width: 520px; margin: 0 auto; padding: 28px 28px 20px; background: #ffffff; border: 1px solid #dfe2e8; border-radius: 12px">
<p style="margin: 0 0 14px">${page.greeting}</p>
<p style="margin: 0 0 18px">${page.says}</p>
${codeOf(page)}${factsOf(page)}${page.advice.map(
  (line) => html`<p class="quiet" style="margin: 0 0 12px; color: #4a5160">${line}</p>
`,
)}<p class="quiet" style="margin: 20px 0 0; color: #6b7280; font-size: 13px">Ringdesk${deskAt === null ? '' : ` · ${deskAt}`}</p>
</div>
</body>
</html>
`.markup;
}

function codeOf({ code }: Page): Markup | string {
  if (code === undefined) return '';
  return html`<p class="code" style="margin: 0 0 18px; padding: 14px; background: #f0f2f6; border-radius: 8px; text-align: center; font: 700 34px/1.2 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; letter-spacing: 6px; -webkit-user-select: all; user-select: all">${code}</p>
`;
}

function factsOf({ facts }: Page): Markup | string {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ({ name, value }) => html`<tr>
<td class="quiet" style="padding: 2px 16px 2px 0; color: #6b7280; vertical-align: top">${name}</td>
<td style="padding: 2px 0; word-break: break-word">${value}</td>
</tr>
`,
  );
  return html`<table role="presentation" style="margin: 0 0 18px; border-collapse: collapse; font-size: 15px">
${rows}</table>
`;
}
