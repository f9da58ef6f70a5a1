import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import type { PlaceView } from '@shelter-city/contract/cities';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { cityMutations } from './city-queries.ts';

const fields = z.strictObject({ address: z.string().trim().min(1).max(400) });

/** Writes the address of a place. It is sealed on the server and doesn't come back unless somebody reveals it. */
export function AddressDialog({ place, onClose }: { readonly place: PlaceView; readonly onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm<z.output<typeof fields>>({ resolver: standardSchemaResolver(fields), defaultValues: { address: '' } });
  const seal = useMutation({ ...cityMutations.sealAddress(), onError: showProblem(form), onSuccess: () => { showToast({ text: t`The address is sealed.` }); onClose(); } });
  const { errors } = form.formState;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<Trans>Address of {place.facts.label}</Trans>}
      lead={place.hasAddress ? <Trans>This replaces the address that is there. It is sealed, and read only with a reason.</Trans> : <Trans>It is sealed, and read only with a reason.</Trans>}
    >
      <Form onSubmit={form.handleSubmit(({ address }) => { seal.mutate({ placeId: place.id, address }); })} error={errors.root}>
        <TextArea label={t`Address`} hint={t`Street, number, town, and how to find the door.`} autoComplete="off" error={errors.address} {...form.register('address')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={seal.isPending}><Trans>Seal the address</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
