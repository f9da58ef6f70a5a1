/** The day of today where the host cities are, as the system sees it. */
export const today = (): string => Temporal.Now.plainDateISO('Europe/Amsterdam').toString();

/** A day that lies some days after another, or before it. */
export const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Days from one day to another. */
export const daysBetween = (from: string, until: string): number => Temporal.PlainDate.from(from).until(until).days;

/** A day as the English pages write it, such as "3 Jan 2027". */
export const inWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
