import { parseDate, type CalendarDate } from '@internationalized/date';
import { Trans } from '@lingui/react/macro';
import { useId, useState, type ReactNode } from 'react';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker as AriaDatePicker } from 'react-aria-components/DatePicker';
import { DateRangePicker as AriaDateRangePicker } from 'react-aria-components/DateRangePicker';
import { Group } from 'react-aria-components/Group';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { CalendarSheet, OpenCalendar, RangeCalendarSheet } from './calendar-sheet.tsx';
import { FieldError, type FieldFault } from './field-frame.tsx';

type Common = {
  readonly label: ReactNode;
  readonly hint?: ReactNode | undefined;
  readonly error?: FieldFault;
  readonly optional?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** The first and the last day that may be chosen. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Days that can't be chosen, shown as such in the calendar. */
  readonly isClosed?: ((day: string) => boolean) | undefined;
};

const day = (text: string | undefined): CalendarDate | null => {
  try {
    return text ? parseDate(text) : null;
  } catch {
    return null;
  }
};

const groupLook =
  'field-box flex items-center gap-1 py-0 pe-1 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-ink data-invalid:border-bad data-disabled:bg-sunken data-disabled:text-muted';

function Segments({ slot }: { readonly slot?: 'start' | 'end' }) {
  return (
    <DateInput {...(slot && { slot })} className="flex items-center py-1.5 tabular-nums">
      {(segment) => (
        <DateSegment
          segment={segment}
          className="rounded-sm px-0.5 outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-muted data-[placeholder][data-focused]:text-on-accent"
        />
      )}
    </DateInput>
  );
}

function Head({ label, optional }: Pick<Common, 'label' | 'optional'>) {
  return (
    <Label className="text-sm font-medium">
      {label}
      {optional && (
        <span className="ms-1 font-normal text-muted">
          <Trans>optional</Trans>
        </span>
      )}
    </Label>
  );
}

function Foot({ hint, error }: Pick<Common, 'hint' | 'error'>) {
  const id = useId();
  return (
    <>
      {hint && (
        <Text slot="description" className="text-xs text-muted">
          {hint}
        </Text>
      )}
      {error && (
        <Text slot="errorMessage">
          <FieldError id={id} error={error} />
        </Text>
      )}
    </>
  );
}

const limits = ({ min, max, isClosed }: Common) => ({
  ...(day(min) && { minValue: day(min) }),
  ...(day(max) && { maxValue: day(max) }),
  ...(isClosed && {
    isDateUnavailable: (date: { toString(): string }) => isClosed(date.toString()),
  }),
});

type OneProps = Common & {
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly onBlur?: () => void;
};

/** The field behind DateInput, in its own chunk since a calendar is heavy. */
export function DatePicker({ value, onChange, onBlur, ...props }: OneProps) {
  return (
    <AriaDatePicker
      value={day(value)}
      onChange={(date) => {
        onChange(date?.toString() ?? '');
      }}
      onBlur={() => onBlur?.()}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      shouldForceLeadingZeros
      {...limits(props)}
      className="grid content-start gap-1"
    >
      <Head {...props} />
      <Group className={groupLook}>
        <Segments />
        <OpenCalendar />
      </Group>
      <Foot {...props} />
      <CalendarSheet />
    </AriaDatePicker>
  );
}

type TwoProps = Common & {
  readonly value: { readonly from: string; readonly until: string };
  readonly onChange: (days: { from: string; until: string }) => void;
};

/** The field behind DateRangeInput. */
export function DateRangePicker({ value, onChange, ...props }: TwoProps) {
  // A half-typed range has only one of its days; the form learns of both, the picker keeps the half.
  const start = day(value.from);
  const end = day(value.until);
  const [partial, setPartial] = useState<{
    start: CalendarDate | null;
    end: CalendarDate | null;
  }>();
  const shown =
    start && end
      ? { start, end }
      : partial?.start && partial.end
        ? { start: partial.start, end: partial.end }
        : null;
  return (
    <AriaDateRangePicker
      value={shown}
      onChange={(range) => {
        setPartial(
          range
            ? { start: day(range.start.toString()), end: day(range.end.toString()) }
            : undefined,
        );
        onChange({ from: range?.start.toString() ?? '', until: range?.end.toString() ?? '' });
      }}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      allowsNonContiguousRanges={false}
      shouldForceLeadingZeros
      {...limits(props)}
      className="grid content-start gap-1"
    >
      <Head {...props} />
      <Group className={groupLook}>
        <Segments slot="start" />
        <span aria-hidden="true" className="text-muted">
          –
        </span>
        <Segments slot="end" />
        <OpenCalendar />
      </Group>
      <Foot {...props} />
      <RangeCalendarSheet />
    </AriaDateRangePicker>
  );
}
