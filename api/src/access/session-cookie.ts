/** Minutes without a request after which a session of a case role is over. */
export const idleMinutes = 15;
/** Hours after which every session is over. */
export const absoluteHours = 10;

/** The session cookie's name. On plain `http://localhost` the `__Host-` prefix, which needs TLS, is dropped. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-session' : 'session');
