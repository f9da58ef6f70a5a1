type File = { readonly fileName: string; readonly mediaType: string; readonly contentBase64: string };

/** Milliseconds after which the browser has surely begun to save. */
const grace = 10_000;

/** Hands a file to the browser to keep. */
export function saveFile({ fileName, mediaType, contentBase64 }: File): void {
  const bytes = Uint8Array.from(atob(contentBase64), (letter) => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  link.download = fileName;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, grace);
}
