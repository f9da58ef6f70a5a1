import { z } from 'zod';
import { passwordChange, signIn, stepUp } from './credentials.ts';
import { done, endpoint } from './endpoint.ts';
import { cityName, id, instant, name } from './fields.ts';
import { colourThemes, languages, roles } from './vocabulary.ts';

export const sessionView = z
  .strictObject({
    account: z.strictObject({
      id,
      displayName: z.string(),
      email: z.string(),
      role: z.enum(roles),
      riskCleared: z.boolean(),
      city: cityName.nullable(),
      language: z.enum(languages),
      theme: z.enum(colourThemes),
      shortcuts: z.boolean(),
    }),
    /** What opens the account: a step-up offers these. */
    waysIn: z.strictObject({ password: z.boolean(), passkeys: z.int() }),
    /** Whether this installation holds sample data: the pages then say so. */
    sampleData: z.boolean(),
    idleMinutes: z.int(),
    expiresAt: instant,
  })
  .meta({ id: 'Session' });
export type SessionView = z.output<typeof sessionView>;

export const preferences = z
  .strictObject({ language: z.enum(languages), theme: z.enum(colourThemes), shortcuts: z.boolean() })
  .partial()
  .meta({ id: 'Preferences' });

/** What stands on the sign-in page; sample sign-ins only where the data is sample data. */
export const welcomeView = z
  .strictObject({
    sampleData: z.boolean(),
    signIns: z.array(
      z.strictObject({
        role: z.enum(roles),
        riskCleared: z.boolean(),
        cityName: z.string().nullable(),
        email: z.string(),
        password: z.string(),
        totpSecret: z.string(),
        /** The code of this moment, so that a newcomer needs no authenticator to look around. */
        code: z.string(),
      }),
    ),
  })
  .meta({ id: 'Welcome' });
export type WelcomeView = z.output<typeof welcomeView>;

export const ownSession = z
  .strictObject({ id, device: z.string(), createdAt: instant, lastSeenAt: instant, current: z.boolean() })
  .meta({ id: 'OwnSession' });

export const session = {
  welcome: endpoint({ action: 'session:welcome', summary: 'What the sign-in page may show', method: 'GET', path: '/session/welcome', reply: welcomeView }),
  start: endpoint({ action: 'session:start', summary: 'Sign in with password and authenticator code', method: 'POST', path: '/session', body: signIn, reply: sessionView }),
  show: endpoint({ action: 'session:read', summary: 'Who is signed in', method: 'GET', path: '/session', reply: sessionView }),
  end: endpoint({ action: 'session:end', summary: 'Sign out', method: 'DELETE', path: '/session', reply: done }),
  prove: endpoint({ action: 'session:prove', summary: 'Show again who is there, for what is dangerous', method: 'POST', path: '/session/proof', body: stepUp, reply: sessionView }),
  changePassword: endpoint({ action: 'password:change', summary: 'Put another password in place of the own one; every other session ends', method: 'PUT', path: '/session/password', body: passwordChange, reply: sessionView }),
  prefer: endpoint({ action: 'session:prefer', summary: 'Set language, theme and shortcuts', method: 'PATCH', path: '/session/preferences', body: preferences, reply: sessionView }),
  list: endpoint({ action: 'session:read', summary: 'Own sessions', method: 'GET', path: '/sessions', reply: z.strictObject({ items: z.array(ownSession) }) }),
  endOther: endpoint({ action: 'session:end', summary: 'End one of the own sessions', method: 'DELETE', path: '/sessions/:sessionId', params: z.strictObject({ sessionId: name }), reply: done }),
} as const;
