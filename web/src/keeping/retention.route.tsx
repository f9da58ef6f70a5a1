import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { retentionPeriods } from '@shelter-city/contract/retention';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { showProblem } from '../api/show-problem.ts';
import type { PageRoute } from '../app/page-route.ts';
import { Button } from '../design/button.tsx';
import { Actions } from '../design/dialog.tsx';
import { Form } from '../design/form.tsx';
import { Card, Page, PageHeader } from '../design/layout.tsx';
import { TextLink } from '../design/text-link.tsx';
import { TextField } from '../design/text-field.tsx';
import { showToast } from '../design/toast.tsx';
import { keepingMutations, keepingQueries } from './keeping-queries.ts';

/** How long what is kept, before the daily job destroys it. */
export const route: PageRoute = (client) => ({
  loader: async () => {
    await client.query({ ...keepingQueries.periods(), staleTime: 'static' });
    return null;
  },
  Component: RetentionPage,
});

function RetentionPage() {
  const { t } = useLingui();
  const { data } = useSuspenseQuery(keepingQueries.periods());
  const form = useForm({
    resolver: standardSchemaResolver(retentionPeriods),
    defaultValues: data,
  });
  const save = useMutation({
    ...keepingMutations.setPeriods(),
    onError: showProblem(form),
    onSuccess: () => {
      showToast({ text: t`The periods were saved.` });
    },
  });
  const { errors } = form.formState;
  const number = { valueAsNumber: true } as const;
  return (
    <Page width="text">
      <PageHeader
        title={t`Retention`}
        tabTitle={t`Retention`}
        lead={t`What is due is destroyed once a day. Thirty days before, the cleared coordinators see it and can put a hold on it. Yearly counts stay.`}
      />
      <p>
        <TextLink to="/erasures">
          <Trans>Certificates of erasure</Trans>
        </TextLink>
      </p>
      <Card title={<Trans>How long what is kept</Trans>}>
        <Form
          onSubmit={form.handleSubmit((periods) => {
            save.mutate(periods);
          })}
          error={errors.root}
          isWide
        >
          <TextField
            label={t`Not selected: months after the call closed`}
            inputMode="numeric"
            className="[&_input]:max-w-28"
            error={errors.notSelectedMonths}
            {...form.register('notSelectedMonths', number)}
          />
          <TextField
            label={t`Withdrawn: months after it`}
            inputMode="numeric"
            className="[&_input]:max-w-28"
            error={errors.withdrawnMonths}
            {...form.register('withdrawnMonths', number)}
          />
          <TextField
            label={t`A stay’s file: months after the last follow-up`}
            hint={t`The last follow-up is due a year after the return.`}
            inputMode="numeric"
            className="[&_input]:max-w-28"
            error={errors.stayFileMonths}
            {...form.register('stayFileMonths', number)}
          />
          <TextField
            label={t`Passport and visa facts: days after the departure`}
            inputMode="numeric"
            className="[&_input]:max-w-28"
            error={errors.travelDays}
            {...form.register('travelDays', number)}
          />
          <Actions>
            <Button type="submit" variant="primary" isPending={save.isPending}>
              <Trans>Save</Trans>
            </Button>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}
