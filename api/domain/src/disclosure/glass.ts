/** So long a case stays open to one who isn't on it and broke glass. Units: minutes. */
export const glassMinutes = 60;
