import { aPlace, guest, saysOf } from '../match.fixture.ts';

const withGuests = (atMost: number | null, ...guests: ReturnType<typeof guest>[]) => ({
  city: {
    guestsAtOnceAtMost: atMost,
    places: [aPlace(), aPlace({ placeId: 'place-2', occupied: guests })],
  },
});

describe('guests at once', () => {
  test('are counted on the fullest night', () => {
    const twoOneAfterTheOther = [
      guest('2027-01-01', '2027-02-01'),
      guest('2027-02-01', '2027-05-01', 'cy'),
    ];
    expect(saysOf('GUESTS_AT_ONCE', withGuests(2, ...twoOneAfterTheOther))).toEqual([
      'FITS GUESTS_AT_ONCE_OK',
    ]);
    expect(saysOf('GUESTS_AT_ONCE', withGuests(1, ...twoOneAfterTheOther))).toEqual([
      'BLOCKED GUESTS_AT_ONCE_FULL',
    ]);
  });

  test('don’t matter before or after the stay, or where the city set no limit', () => {
    expect(saysOf('GUESTS_AT_ONCE', withGuests(1, guest('2026-11-01', '2027-01-12')))).toEqual([
      'FITS GUESTS_AT_ONCE_OK',
    ]);
    expect(saysOf('GUESTS_AT_ONCE', withGuests(null, guest('2027-01-01', '2027-05-01')))).toEqual(
      [],
    );
  });
});
