import { Trans, useLingui } from '@lingui/react/macro';
import { withdrawal } from '@shelter-city/contract/publicity';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { showProblem } from '../api/show-problem.ts';
import { today } from '../app/clock.ts';
import { resolverFor } from '../defenders/profile-values.ts';
import { Button } from '../design/button.tsx';
import { DateField } from '../design/date-field.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Select } from '../design/select.tsx';
import { showToast } from '../design/toast.tsx';
import { safetyMutations } from './safety-queries.ts';
import { useMeans } from './use-means.ts';

/** Records that a person withdrew everything. It counts at once, and every approval falls with it. */
export function WithdrawalDialog({ code, number, onClose }: { readonly code: string; readonly number: number; readonly onClose: () => void }) {
  const { t } = useLingui();
  const means = useMeans();
  const form = useForm<z.input<typeof withdrawal>, unknown, z.output<typeof withdrawal>>({
    resolver: resolverFor<typeof withdrawal>(withdrawal),
    defaultValues: { number, givenOn: today(), givenHow: 'IN_PERSON' },
  });
  const withdraw = useMutation({
    ...safetyMutations.withdraw(code),
    onError: showProblem(form),
    onSuccess: () => { showToast({ text: t`Withdrawn. Cities that printed a card see that it is outdated.` }); onClose(); },
  });
  return (
    <Dialog isOpen onClose={onClose} title={<Trans>Withdraw everything</Trans>} lead={<Trans>Nothing may be said from now on, and every approval falls with it.</Trans>}>
      <Form onSubmit={form.handleSubmit((body) => { withdraw.mutate(body); })} error={form.formState.errors.root}>
        <DateField control={form.control} name="givenOn" label={t`Said on`} max={today()} />
        <Select label={t`How it was said`} choices={means} {...form.register('givenHow')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="danger" isPending={withdraw.isPending}><Trans>Withdraw</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
