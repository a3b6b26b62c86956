import { z } from 'zod';

/** An address as it is kept and compared: without blanks around it, in lower case. At most 254 characters (RFC 5321). */
export const Email = z
  .string()
  .max(254)
  .trim()
  .toLowerCase()
  .pipe(z.email('expected an address such as dana@example.com'))
  .refine((it) => it.isWellFormed(), 'expected an address such as dana@example.com');
