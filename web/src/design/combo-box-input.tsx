import { Trans } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { FieldError, type FieldFault } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import type { Choice } from './select.tsx';

type Props = {
  readonly label: ReactNode;
  readonly hint?: ReactNode | undefined;
  readonly error?: FieldFault;
  readonly optional?: boolean | undefined;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
};

/** The field behind ComboBox, in its own chunk. */
export function ComboBoxInput({
  label,
  hint,
  error,
  optional,
  choices,
  value,
  onChange,
  placeholder,
}: Props) {
  const id = useId();
  return (
    <AriaComboBox
      value={value || null}
      onChange={(key) => {
        onChange(key === null ? '' : String(key));
      }}
      defaultItems={choices.map((choice) => ({ ...choice, id: choice.value }))}
      isInvalid={Boolean(error)}
      menuTrigger="focus"
      className="grid content-start gap-1"
    >
      <Label className="text-sm font-medium">
        {label}
        {optional && (
          <span className="ms-1 font-normal text-muted">
            <Trans>optional</Trans>
          </span>
        )}
      </Label>
      <span className="relative grid">
        <Input className="field-box pe-9" {...(placeholder !== undefined && { placeholder })} />
        <Button className="absolute inset-e-0 top-0 grid h-full w-9 place-items-center text-muted">
          <Icon name="chevron-down" className="size-3.5" />
        </Button>
      </span>
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
      <Popover className="max-h-72 w-(--trigger-width) overflow-y-auto rounded-lg border border-line bg-raised p-1 shadow-float">
        <ListBox<Choice & { id: string }>
          className="outline-none"
          renderEmptyState={() => (
            <span className="block px-2 py-1.5 text-muted">
              <Trans>Nothing found</Trans>
            </span>
          )}
        >
          {(item) => (
            <ListBoxItem
              id={item.id}
              textValue={item.label}
              className="flex min-h-8 cursor-pointer items-center rounded-md px-2 outline-none data-focused:bg-hover data-selected:font-medium data-selected:text-accent-ink pointer-coarse:min-h-11"
            >
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
