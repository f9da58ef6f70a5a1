import { rulesInAgreedOrder } from './agreed-order.ts';
import { matchRules } from './finding.ts';
import { aDefender, anInput, saysOf } from './match.fixture.ts';
import { matchDefender } from './match-defender.ts';
import { ruleBook, softRules } from './rule-book.ts';

describe('the book of rules', () => {
  test('has the soft ones in the order in which they decide', () => {
    const soft = ruleBook.filter(({ kind }) => kind === 'SOFT');
    expect(soft.map(({ rule }) => rule)).toEqual(rulesInAgreedOrder);
    expect(soft.map(({ rank }) => rank)).toEqual(soft.map((_, index) => index + 1));
  });

  test('has every rule once, hard before soft', () => {
    expect(ruleBook.map(({ rule }) => rule).sort()).toEqual([...matchRules].sort());
    expect(ruleBook.map(({ kind }) => kind).indexOf('SOFT')).toBe(
      matchRules.length - softRules.size,
    );
    expect(ruleBook.filter(({ safety }) => safety).map(({ rule }) => rule)).toEqual([
      'HIDDEN_RULE',
      'RISK_CITY',
      'RISK_NEARBY',
    ]);
    expect(ruleBook.filter(({ overrulable }) => overrulable).map(({ rule }) => rule)).toEqual([
      'ARRIVAL_WINDOW',
    ]);
  });
});

describe('what is never used', () => {
  test('is not in what matching reads: no nationality, no country, no character, no day of applying', () => {
    const read = [...Object.keys(anInput()), ...Object.keys(aDefender())].join(' ').toLowerCase();
    for (const word of [
      'nation',
      'countr',
      'origin',
      'character',
      'trust',
      'applied',
      'applicationon',
      'received',
    ])
      expect(read).not.toContain(word);
  });

  test('is gender, but where a place for women asks', () => {
    const lists = (['WOMAN', 'MAN', 'NON_BINARY', 'NOT_SAID'] as const).map((gender) =>
      matchDefender(anInput({ defender: aDefender({ gender }) })),
    );
    for (const list of lists) expect(list).toEqual(lists[0]);
    expect(
      saysOf('WOMEN_ONLY', { defender: { gender: 'MAN' }, place: { womenOnly: true } }),
    ).toEqual(['BLOCKED PLACE_FOR_WOMEN_ONLY']);
  });
});
