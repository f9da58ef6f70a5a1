/**
 * A calendar day, written `YYYY-MM-DD`, in the host city's own country. It has no clock and no zone, sorts as text,
 * and travels unchanged from the database through JSON to the page; arithmetic goes through `Temporal.PlainDate`.
 */
export type CalendarDate = string & { readonly __calendarDate: unique symbol };
