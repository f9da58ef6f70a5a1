import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import type { AccountView } from '@shelter-city/contract/accounts';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { showProblem } from '../api/show-problem.ts';
import { Button } from '../design/button.tsx';
import { Actions, Dialog } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { showToast } from '../design/toast.tsx';
import { accountMutations } from './admin-queries.ts';
import { DutiesFields } from './duties-fields.tsx';
import { dutiesForm, dutiesOf, type DutiesForm } from './duties-form.ts';

type Props = { readonly account: AccountView; readonly onClose: () => void };

/** Changes what somebody may do. */
export function ChangeDutiesDialog({ account, onClose }: Props) {
  const { t } = useLingui();
  const form = useForm<DutiesForm>({
    resolver: standardSchemaResolver(dutiesForm),
    defaultValues: {
      role: account.role,
      cityId: account.city?.id ?? '',
      riskCleared: account.riskCleared,
    },
  });
  const change = useMutation({
    ...accountMutations.change(account.id),
    onError: showProblem(form),
    onSuccess: () => {
      showToast({ text: t`The role was changed.` });
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Role of ${account.displayName}`}
      lead={t`Their sessions end, and they sign in anew.`}
    >
      <Form
        onSubmit={form.handleSubmit((value) => {
          change.mutate({ version: account.version, ...dutiesOf(value) });
        })}
        error={errors.root}
      >
        <DutiesFields form={form} errors={errors} />
        <Actions>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" variant="primary" isPending={change.isPending}>
            <Trans>Save</Trans>
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
