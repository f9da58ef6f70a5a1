import fc from 'fast-check';
import { contactChannels, refusalToContact, type ContactRule } from './contact-rule.ts';

const rule = (change: Partial<ContactRule> = {}): ContactRule => ({
  notDirectly: false,
  hasGoBetween: false,
  allowed: ['SIGNAL', 'VISIT'],
  never: ['PHONE_CALL'],
  hoursFrom: null,
  hoursUntil: null,
  ...change,
});

describe('a way to reach somebody', () => {
  test('is closed as long as nobody has said anything', () => {
    for (const channel of contactChannels)
      expect(refusalToContact(null, channel, '12:00')).toBe('NO_RULE');
  });

  test('is open when it is allowed, and no other is', () => {
    expect(refusalToContact(rule(), 'SIGNAL', '12:00')).toBeNull();
    expect(refusalToContact(rule(), 'MAIL', '12:00')).toBe('CHANNEL_NOT_ALLOWED');
    expect(refusalToContact(rule(), 'PHONE_CALL', '12:00')).toBe('CHANNEL_NEVER');
  });

  test('that is never used stays closed when it is allowed as well', () => {
    expect(refusalToContact(rule({ allowed: ['PHONE_CALL'] }), 'PHONE_CALL', '12:00')).toBe(
      'CHANNEL_NEVER',
    );
  });

  test('is only the go-between when nobody may contact directly', () => {
    const notDirectly = rule({ notDirectly: true, hasGoBetween: true });
    expect(refusalToContact(notDirectly, 'SIGNAL', '12:00')).toBe('NOT_DIRECTLY');
    expect(refusalToContact(notDirectly, 'GO_BETWEEN', '03:00')).toBeNull();
    expect(refusalToContact(rule(), 'GO_BETWEEN', '12:00')).toBe('NO_GO_BETWEEN');
  });

  test.each([
    ['09:00', '17:00', '08:59', 'OUTSIDE_HOURS'],
    ['09:00', '17:00', '09:00', null],
    ['09:00', '17:00', '17:00', 'OUTSIDE_HOURS'],
    ['22:00', '02:00', '23:30', null],
    ['22:00', '02:00', '01:59', null],
    ['22:00', '02:00', '12:00', 'OUTSIDE_HOURS'],
  ])('between %s and %s at %s: %s', (hoursFrom, hoursUntil, time, refusal) => {
    expect(refusalToContact(rule({ hoursFrom, hoursUntil }), 'SIGNAL', time)).toBe(refusal);
  });

  test('is never open against the list of what is never used, or directly when that is forbidden', () => {
    const channels = fc.subarray([...contactChannels]);
    const any = fc.record({
      notDirectly: fc.boolean(), hasGoBetween: fc.boolean(), allowed: channels, never: channels,
      hoursFrom: fc.constant(null), hoursUntil: fc.constant(null),
    });
    fc.assert(
      fc.property(any, fc.constantFrom(...contactChannels), (said, channel) => {
        if (refusalToContact(said, channel, '12:00') !== null) return;
        if (channel === 'GO_BETWEEN') expect(said.hasGoBetween).toBe(true);
        else expect([said.notDirectly, said.never.includes(channel), said.allowed.includes(channel)]).toEqual([false, false, true]);
      }),
    );
  });
});
