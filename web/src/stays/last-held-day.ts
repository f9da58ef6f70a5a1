/** The last whole day on which a place is held: a hold runs out at the midnight after it, in the cities' own country. */
export const lastHeldDay = (expiresAt: string): string =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.parse(expiresAt) - 1);
