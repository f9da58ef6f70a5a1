import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { RangeCalendar } from 'react-aria-components/RangeCalendar';
import { buttonStyles } from './button.tsx';
import { Icon } from './icon.tsx';

/** The button in a date field that opens its calendar; react-aria gives it its label. */
export function OpenCalendar() {
  return (
    <Button
      className={buttonStyles({ variant: 'quiet', size: 'sm', square: true, class: 'ms-auto' })}
    >
      <Icon name="calendar" />
    </Button>
  );
}

const cellLook =
  'grid size-9 cursor-pointer place-items-center rounded-md text-sm tabular-nums outline-offset-0 data-disabled:cursor-default data-disabled:text-muted data-hovered:bg-hover data-outside-month:hidden data-today:font-bold data-today:underline data-unavailable:text-muted data-unavailable:line-through';
const oneDayLook = `${cellLook} data-selected:bg-accent data-selected:text-on-accent`;
const rangeLook = `${cellLook} data-selected:rounded-none data-selected:bg-accent-soft data-selected:text-accent-ink data-selection-end:rounded-e-md data-selection-end:bg-accent data-selection-end:text-on-accent data-selection-start:rounded-s-md data-selection-start:bg-accent data-selection-start:text-on-accent`;

function Month({ look }: { readonly look: string }) {
  return (
    <>
      <header className="mb-2 flex items-center justify-between gap-2">
        <Button
          slot="previous"
          className={buttonStyles({ variant: 'quiet', size: 'sm', square: true })}
        >
          <Icon name="chevron-left" />
        </Button>
        <CalendarHeading className="text-base font-semibold" />
        <Button
          slot="next"
          className={buttonStyles({ variant: 'quiet', size: 'sm', square: true })}
        >
          <Icon name="chevron-right" />
        </Button>
      </header>
      <CalendarGrid className="border-separate border-spacing-y-0.5">
        <CalendarGridHeader>
          {(name) => (
            <CalendarHeaderCell className="size-9 text-xs font-medium text-muted">
              {name}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={look} />}
        </CalendarGridBody>
      </CalendarGrid>
    </>
  );
}

const sheetLook = 'rounded-lg border border-line bg-raised p-3 shadow-float outline-none';

/** The month of a date field. */
export function CalendarSheet() {
  return (
    <Popover className={sheetLook}>
      <Dialog className="outline-none">
        <Calendar>
          <Month look={oneDayLook} />
        </Calendar>
      </Dialog>
    </Popover>
  );
}

/** The month of a date range field, in which one draws the days. */
export function RangeCalendarSheet() {
  return (
    <Popover className={sheetLook}>
      <Dialog className="outline-none">
        <RangeCalendar>
          <Month look={rangeLook} />
        </RangeCalendar>
      </Dialog>
    </Popover>
  );
}
