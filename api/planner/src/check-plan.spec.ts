import { faultsOf } from './check-plan.ts';
import type { PlanInput, Seat } from './plan-input.ts';

const input: PlanInput = {
  places: [
    {
      id: 'the attic',
      city: 0,
      gap: 2,
      open: [{ from: 0, until: 40 }],
      taken: [{ from: 20, until: 25 }],
    },
    { id: 'the garden', city: 0, gap: 0, open: [{ from: 0, until: 40 }], taken: [] },
  ],
  people: ['Heron', 'Finch', 'Maple'].map((id) => ({
    id,
    starts: [0, 8, 9, 10, 13, 26],
    nights: [8, 8, 8, 8, 8, 8],
    worth: [
      [5, 5, 5, 5, 5, 5],
      [5, 5, 5, 5, 5, -1],
    ],
  })),
  limits: [{ places: [0, 1], people: [0, 2], atOnce: 1, standing: [{ from: 30, until: 31 }] }],
  apart: [[0, 1]],
};
const seat = (person: number, place: number, from: number, until = from + 8): Seat => ({
  person,
  place,
  from,
  until,
});

it.each([
  {
    what: 'a stay and its rest before the next one',
    seats: [seat(1, 0, 0), seat(2, 0, 10)],
    faults: [],
  },
  {
    what: 'a stay in the rest',
    seats: [seat(1, 0, 0), seat(2, 0, 9)],
    faults: ['Finch in the attic: over Maple in the attic'],
  },
  {
    what: 'a rest over a stay that stands',
    seats: [seat(1, 0, 13)],
    faults: ['Finch in the attic: over a stay that stands'],
  },
  {
    what: 'a day nobody named',
    seats: [seat(1, 1, 3)],
    faults: ['Finch in the garden: not these days'],
  },
  {
    what: 'a stay cut short',
    seats: [seat(1, 1, 0, 5)],
    faults: ['Finch in the garden: not these days'],
  },
  {
    what: 'what a rule forbids',
    seats: [seat(1, 1, 26)],
    faults: ['Finch in the garden: forbidden there'],
  },
  {
    what: 'nobody at all',
    seats: [seat(7, 1, 0)],
    faults: ['? in the garden: nobody, or nowhere'],
  },
  {
    what: 'one twice',
    seats: [seat(1, 0, 0), seat(1, 1, 26)],
    faults: ['Finch in the garden: placed twice', 'Finch in the garden: forbidden there'],
  },
  {
    what: 'two who must not meet',
    seats: [seat(0, 0, 0), seat(1, 1, 0)],
    faults: ['Heron in the attic and Finch in the garden: near each other'],
  },
  { what: 'the two one after the other', seats: [seat(0, 0, 0), seat(1, 1, 8)], faults: [] },
  {
    what: 'more at once than a limit',
    seats: [seat(0, 0, 0), seat(2, 1, 0)],
    faults: ['limit 0: too many at once'],
  },
  {
    what: 'more at once with whom stands',
    seats: [seat(0, 0, 26)],
    faults: ['limit 0: too many at once'],
  },
  { what: 'others than those a limit concerns', seats: [seat(1, 0, 0), seat(2, 1, 0)], faults: [] },
])('judges $what', ({ seats, faults }) => {
  expect(faultsOf(input, seats)).toEqual(faults);
});
