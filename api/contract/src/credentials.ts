import { z } from 'zod';
import { readableName } from './readable.ts';

// What people type about themselves. Apart from the endpoints: those come with the first page, and the pages' forms,
// which need these schemas, come later.

export const signIn = z
  .strictObject({
    email: z.string().trim().toLowerCase().max(200).pipe(z.email()),
    password: z.string().min(1).max(200),
    /** Six digits of the authenticator. */
    code: z.string().trim().regex(/^\d{6}$/),
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.input<typeof signIn>;

/** What shows again who is there, in a session that is open already. */
export const stepUp = signIn.pick({ password: true, code: true }).meta({ id: 'StepUp' });
export type StepUp = z.input<typeof stepUp>;

/** A password that somebody chooses: long, of any kind; whether it is a common one is asked where the list is. */
export const chosenPassword = z.string().min(15).max(200);

/** Another password in place of the own one. */
export const passwordChange = z
  .strictObject({ password: signIn.shape.password, newPassword: chosenPassword })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.input<typeof passwordChange>;

/** The owner's own word for a passkey. */
export const passkeyName = z
  .strictObject({ name: readableName(1, 60) })
  .meta({ id: 'PasskeyName' });
