/** The ways to reach somebody; one of them is to ask another person to. */
export const contactChannels = [
  'GO_BETWEEN',
  'SIGNAL',
  'WIRE',
  'ENCRYPTED_MAIL',
  'MAIL',
  'VIDEO_CALL',
  'PHONE_CALL',
  'TEXT_MESSAGE',
  'WHATSAPP',
  'SOCIAL_MEDIA',
  'POST',
  'VISIT',
] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** The part of a contact rule that isn't secret: kinds of channel and flags, never a number, an address or a name. */
export type ContactRule = {
  readonly notDirectly: boolean;
  readonly hasGoBetween: boolean;
  readonly allowed: readonly ContactChannel[];
  readonly never: readonly ContactChannel[];
  /** `HH:MM` in the Netherlands; both or neither. Past midnight when the end is before the beginning. */
  readonly hoursFrom: string | null;
  readonly hoursUntil: string | null;
};

/** Why a way is closed. */
export const contactRefusals = [
  'NO_RULE',
  'NO_GO_BETWEEN',
  'NOT_DIRECTLY',
  'CHANNEL_NEVER',
  'CHANNEL_NOT_ALLOWED',
  'OUTSIDE_HOURS',
] as const;
export type ContactRefusal = (typeof contactRefusals)[number];

/**
 * Why somebody may not be reached this way at this time of the day; `null` when they may. What nobody has said is closed:
 * without a rule there is no way at all, and a channel that isn't named is not allowed. What is never used wins over
 * what is allowed.
 *
 * Source  "contact rule (channels allowed, channels never, hours, do not contact directly, go-between)".
 */
export function refusalToContact(
  rule: ContactRule | null,
  channel: ContactChannel,
  timeOfDay: string,
): ContactRefusal | null {
  if (rule === null) return 'NO_RULE';
  if (channel === 'GO_BETWEEN') return rule.hasGoBetween ? null : 'NO_GO_BETWEEN';
  if (rule.notDirectly) return 'NOT_DIRECTLY';
  if (rule.never.includes(channel)) return 'CHANNEL_NEVER';
  if (!rule.allowed.includes(channel)) return 'CHANNEL_NOT_ALLOWED';
  return isWithin(rule, timeOfDay) ? null : 'OUTSIDE_HOURS';
}

function isWithin({ hoursFrom, hoursUntil }: ContactRule, time: string): boolean {
  if (hoursFrom === null || hoursUntil === null) return true;
  return hoursFrom <= hoursUntil
    ? time >= hoursFrom && time < hoursUntil
    : time >= hoursFrom || time < hoursUntil;
}
