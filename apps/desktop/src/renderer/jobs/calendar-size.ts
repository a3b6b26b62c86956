/** The height of one hour in the calendar; the style sheet draws its lines by the same. */
export const hourRem = 3;
