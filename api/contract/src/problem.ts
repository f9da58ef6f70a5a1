import { z } from 'zod';

/** Every way the API says no, with its status. The slug is the last part of `type`, and never changes once published. */
export const problemStatuses = {
  'invalid-request': 422,
  'unknown-field': 400,
  'not-signed-in': 401,
  'sign-in-refused': 401,
  'sign-in-too-soon': 429,
  'not-allowed': 403,
  'step-up-needed': 403,
  'step-up-refused': 403,
  'passkey-refused': 403,
  'last-way-in': 409,
  'link-over': 410,
  'not-ones-own-account': 409,
  'last-administrator': 409,
  'account-not-in-that-state': 409,
  'email-taken': 409,
  'recovery-needs-two': 409,
  'city-name-taken': 409,
  'cross-site-request': 403,
  'not-found': 404,
  'changed-meanwhile': 409,
  'key-used-for-something-else': 422,
  'stay-not-in-that-state': 409,
  'stay-change-not-possible': 422,
  'place-taken': 409,
  'place-needs-its-rest': 409,
  'place-closed': 409,
  'capacity-not-confirmed': 409,
  'place-does-not-suit': 409,
  'defender-elsewhere': 409,
  'defender-not-selected': 409,
  'visa-days-exceeded': 409,
  'passport-too-short': 409,
  'risk-rule': 409,
  'withheld-city-has-a-stay': 409,
  'capacity-in-use': 409,
  'capacity-overlaps': 409,
  'capacity-not-in-that-state': 409,
  'application-not-in-that-state': 409,
  'second-person-needed': 409,
  'label-taken': 409,
  'note-superseded': 409,
  'hold-too-long': 422,
  'hold-expired': 409,
  'nothing-sealed': 404,
  'not-open-to-you': 403,
  'too-large': 413,
  'not-json': 415,
  busy: 503,
  unexpected: 500,
} as const satisfies Record<string, number>;
export type ProblemSlug = keyof typeof problemStatuses;

/** RFC 9457 problem details in the reader's language. `errors` carry RFC 6901 pointers into the body; `current` is the state as it is now. */
export const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDetails = z.output<typeof problemDetails>;
