import { NuqsAdapter } from 'nuqs/adapters/react-router/v8';
import type { ComponentType } from 'react';

/** What a page of the frame stands on: its filters live in the address. It comes with the first page, not with the frame. */
export function PageShell({ page: Page }: { readonly page: ComponentType }) {
  return (
    <NuqsAdapter>
      <Page />
    </NuqsAdapter>
  );
}
