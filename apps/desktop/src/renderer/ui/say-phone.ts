/** A number as people write it: North American ones in groups, such as `+1 415 555 0132 ext. 12`; others as they came. */
export function sayPhone(number: string, extension: string | null = null): string {
  return extension === null ? grouped(number) : `${grouped(number)} ext. ${extension}`;
}

function grouped(number: string): string {
  const found = /^\+?1?(\d{3})(\d{3})(\d{4})$/.exec(number);
  if (found === null) return number;
  const [, area, exchange, line] = found;
  return `+1 ${area} ${exchange} ${line}`;
}
