import { readPastedDays } from './paste-days.ts';

const read = (text: string) => readPastedDays(text, [{ enteredOn: '2027-01-01', leftOn: '2027-01-05' }], 'Imported');

it('reads a presence a line, however the days are written and parted', () => {
  const { rows, faults } = read('2027-03-01\t2027-03-31\tTraining\n\n1/4/2027; 30/4/2027; Side trip to Brussels\r\n01.05.2027 – 03.05.2027');
  expect(faults).toEqual([]);
  expect(rows).toEqual([
    { line: 1, enteredOn: '2027-03-01', leftOn: '2027-03-31', source: 'Training' },
    { line: 3, enteredOn: '2027-04-01', leftOn: '2027-04-30', source: 'Side trip to Brussels' },
    { line: 4, enteredOn: '2027-05-01', leftOn: '2027-05-03', source: 'Imported' },
  ]);
});

it('says of each line that it can’t take why, and takes the others', () => {
  const { rows, faults } = read(['2027-03-01, training', '2027-02-30, 2027-03-05', '2027-03-05, 2027-03-01', '2027-01-01, 2027-01-05', `2027-06-01, 2027-06-02, ${'x'.repeat(121)}`, '2027-07-01, 2027-07-02', '2027-07-01, 2027-07-02, again'].join('\n'));
  expect(rows.map(({ line }) => line)).toEqual([6]);
  expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
    [1, 'NOT_TWO_DAYS'],
    [2, 'NO_SUCH_DAY'],
    [3, 'ENDS_BEFORE_IT_BEGINS'],
    [4, 'THERE_ALREADY'],
    [5, 'TOO_LONG_A_WORD'],
    [7, 'THERE_ALREADY'],
  ]);
});
