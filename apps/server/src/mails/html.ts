/** HTML that is safe to show: only the `html` tag makes it, and it escapes whatever is put in. */
export interface Markup {
  readonly markup: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup with values in it; text is escaped, markup and lists of it are kept. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  return { markup: strings.reduce((whole, part, i) => whole + markupOf(values[i - 1] ?? '') + part) };
}

function markupOf(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (it) => escapes[it] ?? '');
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('');
}
