import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { t as said } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PlacementProfile } from '@shelter-city/contract/defenders';
import { readableName } from '@shelter-city/contract/readable';
import { visaKinds } from '@shelter-city/contract/vocabulary';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { failureWords } from '../api/failure-text.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextField } from '../design/text-field.tsx';
import { visaKindWords } from './visa-words.ts';

type Presence = PlacementProfile['presences'][number];

const shape = z
  .object({ enteredOn: z.iso.date(), leftOn: z.iso.date(), source: readableName(1, 120), basis: z.enum(visaKinds) })
  .refine(({ enteredOn, leftOn }) => leftOn >= enteredOn, { path: ['leftOn'], error: () => said`Must not be before the first day` });

/** Adds days in the Schengen area, or changes them. Both days count. */
export function DaysDialog({ start, onSave, onClose }: { readonly start: Presence | null; readonly onSave: (days: Presence) => Promise<unknown>; readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const form = useForm<z.input<typeof shape>, unknown, z.output<typeof shape>>({
    resolver: standardSchemaResolver(shape),
    defaultValues: start ?? { enteredOn: '', leftOn: '', source: '', basis: 'SHORT_STAY' },
  });
  const { errors, isSubmitting } = form.formState;
  const save = async (days: z.output<typeof shape>) => {
    try {
      // The schema took both as days of the calendar.
      await onSave(days as Presence);
      onClose();
    } catch (failure) {
      form.setError('root', { message: failureWords(failure) });
    }
  };
  return (
    <Dialog isOpen onClose={onClose} size="md" title={start ? <Trans>Change these days</Trans> : <Trans>Add days</Trans>} lead={<Trans>The day of entry and the day of exit both count.</Trans>}>
      <Form onSubmit={form.handleSubmit(save)} error={errors.root}>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="enteredOn" label={t`Entry`} />
          <DateField control={form.control} name="leftOn" label={t`Exit`} />
        </div>
        <TextField label={t`How we know it`} hint={t`A training, a side trip, a stamp. No place and no name.`} error={errors.source} {...form.register('source')} />
        <Select label={t`On what right`} hint={t`Days under a national visa or permit don’t count toward the 90.`} choices={visaKinds.map((kind) => ({ value: kind, label: i18n._(visaKindWords[kind]) }))} error={errors.basis} {...form.register('basis')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={isSubmitting}><Trans>Save</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
