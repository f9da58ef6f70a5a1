import { folded, type LogLine } from './folded-lines.ts';

const line = (id: string, at: string, more: Partial<LogLine> = {}): LogLine => ({ id, at, action: 'defender:read', result: 'DONE', reason: null, fields: [], actor: { id: 'ana' }, role: 'COORDINATOR', ...more });
const shown = (lines: readonly LogLine[]) => folded(lines).map(({ line: { id }, since, times }) => [id, since, times]);
const at = (day: number, minute: number) => `2027-03-0${day}T12:0${minute}:00.000Z`;

test('reads of the same day are one line each, whatever else was read between them', () => {
  const notes = { action: 'risk-note:list' };
  expect(shown([line('4', at(2, 5)), line('3', at(2, 4), notes), line('2', at(2, 3)), line('1', at(2, 1), notes)])).toEqual([['4', at(2, 3), 2], ['3', at(2, 1), 2]]);
});

test('a deed of which there are two stays two when anything lies between them', () => {
  const deed = { action: 'contact:write' };
  expect(shown([line('3', at(2, 5), deed), line('2', at(2, 4)), line('1', at(2, 3), deed)])).toEqual([['3', at(2, 5), 1], ['2', at(2, 4), 1], ['1', at(2, 3), 1]]);
});

test('one after the other that say the same on one day are one line, with both ends and their number', () => {
  expect(shown([line('4', at(2, 5)), line('3', at(2, 3)), line('2', at(2, 1)), line('1', at(1, 5))])).toEqual([['4', at(2, 1), 3], ['1', at(1, 5), 1]]);
});

test.each<[string, Partial<LogLine>]>([
  ['another act', { action: 'defender:reveal' }],
  ['another reason of a deed', { action: 'defender:reveal', reason: 'Ticket' }],
  ['a refusal', { result: 'REFUSED' }],
])('%s is never folded into what is around it, nor is that folded over it', (_, more) => {
  expect(shown([line('3', at(1, 3)), line('2', at(1, 2), more), line('1', at(1, 1))])).toEqual([['3', at(1, 3), 1], ['2', at(1, 2), 1], ['1', at(1, 1), 1]]);
});

test.each<[string, Partial<LogLine>]>([
  ['another field', { fields: ['legalName'] }],
  ['somebody else', { actor: { id: 'ben' } }],
  ['by itself', { actor: null }],
  ['another role', { role: 'CITY_PARTNER' }],
  ['another case', { codeName: 'Amber Heron' }],
])('a read of %s is a line of its own', (_, more) => {
  expect(shown([line('2', at(1, 2), more), line('1', at(1, 1))])).toEqual([['2', at(1, 2), 1], ['1', at(1, 1), 1]]);
});
