import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { planCopy } from '@shelter-city/contract/plans';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { TextField } from '../design/text-field.tsx';
import { planMutations } from './plan-queries.ts';

/** Copies a draft under another name, to try something else beside it. */
export function CopyDialog({ planId, onClose, onCopied }: { readonly planId: string; readonly onClose: () => void; readonly onCopied: (copyId: string) => void }) {
  const { t } = useLingui();
  const form = useForm({ resolver: standardSchemaResolver(planCopy), defaultValues: { name: '' } });
  const copy = useMutation({ ...planMutations.copy(planId), onError: showProblem(form), onSuccess: ({ id }) => { onCopied(id); } });
  const { errors } = form.formState;
  return (
    <Dialog isOpen onClose={onClose} title={<Trans>Copy this plan</Trans>} lead={<Trans>The copy has the same seats, pins and bans; change it and compare the two.</Trans>}>
      <Form onSubmit={form.handleSubmit(({ name }) => { copy.mutate(name); })} error={errors.root}>
        <TextField label={t`Name of the copy`} error={errors.name} {...form.register('name')} />
        <Actions>
          <Button onPress={onClose}><Trans>Cancel</Trans></Button>
          <Button type="submit" variant="primary" isPending={copy.isPending}><Trans>Copy</Trans></Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
