import { lazy, Suspense } from 'react';

const Palette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));

type Props = { readonly isOpen: boolean; readonly onOpenChange: (open: boolean) => void };

/** The palette is fetched when it is first opened. */
export function CommandPaletteGate({ isOpen, onOpenChange }: Props) {
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Palette isOpen onOpenChange={onOpenChange} />
    </Suspense>
  );
}
