import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { t as say } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CapacityView } from '@shelter-city/contract/capacity';
import { blockReasons, type BlockReason } from '@shelter-city/contract/vocabulary';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { failureWords } from '../api/failure-text.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { capacityMutations } from './capacity-queries.ts';
import { blockReasonWords } from './capacity-words.ts';
import { showRefusal } from './refusal-words.ts';

const fields = z
  .strictObject({ from: z.iso.date(), until: z.iso.date(), reason: z.enum(blockReasons), note: z.string().trim().max(1000) })
  .refine(({ from, until }) => until > from, { path: ['until'], error: () => say`This must be after the first day.` });
type Fields = Omit<z.output<typeof fields>, 'reason'> & { readonly reason: BlockReason | '' };

type Props = { readonly place: CapacityView['places'][number]; readonly isCity: boolean; readonly onClose: () => void };

/** Closes a place on some days. Refused where a stay lies; the dialog then says so and keeps what was typed. */
export function BlockDialog({ place, isCity, onClose }: Props) {
  const { t, i18n } = useLingui();
  const form = useForm<Fields, unknown, z.output<typeof fields>>({
    resolver: standardSchemaResolver<Fields, unknown, z.output<typeof fields>>(fields as never), // an empty reason is what the schema refuses
    defaultValues: { from: '', until: '', reason: '', note: '' },
  });
  const lift = useMutation({ ...capacityMutations.lift(), onError: (failure) => { showToast({ tone: 'bad', text: failureWords(failure) }); } });
  const block = useMutation({
    ...capacityMutations.block(),
    onError: showRefusal(form, isCity),
    onSuccess: ({ blocked }, { body }) => {
      const made = blocked.find((one) => one.place.id === place.id && one.from === body.from && one.until === body.until);
      showToast({ text: t`Closed on these days.`, ...(made && { undo: () => { lift.mutate({ blockId: made.id, version: made.version }); } }) });
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Close {place.label} on some days</Trans>} lead={<Trans>No guest is planned on closed days.</Trans>}>
      <Form onSubmit={form.handleSubmit(({ note, ...rest }) => { block.mutate({ placeId: place.id, body: { ...rest, note: note === '' ? null : note } }); })} error={errors.root}>
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="from" label={t`Closed from`} />
          <DateField control={form.control} name="until" label={t`Open again on`} />
        </div>
        <Select label={t`Reason`} placeholder={t`Choose a reason`} choices={blockReasons.map((value) => ({ value, label: i18n._(blockReasonWords[value]) }))} error={errors.reason} {...form.register('reason')} />
        <TextArea label={t`Note`} optional error={errors.note} {...form.register('note')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={block.isPending}><Trans>Close these days</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
