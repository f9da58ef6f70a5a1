import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { addressText, type PlaceView } from '@shelter-city/contract/cities';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { StaleNotice } from '../design/stale-notice.tsx';
import { TextArea } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { cityNow } from './city-differences.ts';
import { cityMutations } from './city-queries.ts';

const fields = z.strictObject({ address: addressText });

/** Writes the address of a place. It is sealed on the server and doesn't come back unless somebody reveals it:
 * one that was written meanwhile is therefore only said to be there. */
export function AddressDialog({ place, onClose }: { readonly place: PlaceView; readonly onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm<z.output<typeof fields>>({ resolver: standardSchemaResolver(fields), defaultValues: { address: '' } });
  const [seen, setSeen] = useState(place.addressVersion ?? 0);
  const [theirs, setTheirs] = useState<number | null>(null);
  const seal = useMutation({
    ...cityMutations.sealAddress(),
    onError: (failure) => {
      const now = cityNow(failure)?.places.find(({ id }) => id === place.id)?.addressVersion;
      if (now !== undefined && now !== null) setTheirs(now);
      else showProblem(form)(failure);
    },
    onSuccess: () => { showToast({ text: t`The address is sealed.` }); onClose(); },
  });
  const save = (version: number) => form.handleSubmit(({ address }) => { seal.mutate({ placeId: place.id, version, address }); });
  const { errors } = form.formState;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<Trans>Address of {place.facts.label}</Trans>}
      lead={place.hasAddress ? <Trans>This replaces the address that is there. It is sealed, and read only with a reason.</Trans> : <Trans>It is sealed, and read only with a reason.</Trans>}
    >
      <Form onSubmit={save(seen)} error={errors.root}>
        {theirs !== null && (
          <StaleNotice differences={[]} onTakeTheirs={onClose} onKeepMine={() => { setSeen(theirs); setTheirs(null); void save(theirs)(); }} />
        )}
        <TextArea label={t`Address`} hint={t`Street, number, town, and how to find the door.`} autoComplete="off" error={errors.address} {...form.register('address')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={seal.isPending}><Trans>Seal the address</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
