import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { newStay } from '@shelter-city/contract/stays';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { failureWords } from '../api/failure-text.ts';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { showToast } from '../design/toast.tsx';
import type { PlaceChoice } from './propose-dialog.tsx';
import { stayMutations } from './stay-queries.ts';

type Props = {
  readonly defender: { readonly code: string; readonly codeName: string };
  readonly places: readonly PlaceChoice[];
  readonly start: { readonly placeId: string; readonly arrivesOn: string; readonly departsOn: string };
  readonly onClose: () => void;
};

/** Drafts a stay: what dragging from the tray does, by fields. Only coordinators see a draft. */
export function PlaceDialog({ defender, places, start, onClose }: Props) {
  const { t } = useLingui();
  const form = useForm<z.input<typeof newStay>, unknown, z.output<typeof newStay>>({
    resolver: standardSchemaResolver(newStay),
    defaultValues: { code: defender.code, ...start },
  });
  const discard = useMutation({ ...stayMutations.discard(), onError: (failure) => { showToast({ tone: 'bad', text: failureWords(failure) }); } });
  const draft = useMutation({
    ...stayMutations.draft(),
    onError: showProblem(form),
    onSuccess: ({ id, version }) => {
      showToast({ text: t`Drafted. No city sees it.`, undo: () => { discard.mutate({ stayId: id, version }); } });
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} size="md" title={<Trans>Place {defender.codeName}</Trans>} lead={<Trans>This makes a draft that only coordinators see.</Trans>}>
      <Form onSubmit={form.handleSubmit((body) => { draft.mutate(body); })} error={errors.root}>
        <Select label={t`Place`} choices={places} placeholder={t`Choose a place`} error={errors.placeId} {...form.register('placeId')} />
        <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
          <DateField control={form.control} name="arrivesOn" label={t`Arrival`} />
          <DateField control={form.control} name="departsOn" label={t`Departure`} />
        </div>
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={draft.isPending}>
            <Trans>Draft the stay</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
