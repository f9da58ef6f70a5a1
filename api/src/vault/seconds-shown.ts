/** So long a page shows what was revealed, before it covers it again. */
export const secondsShown = 60;
