import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const built = fileURLToPath(new URL('dist/', import.meta.url));
const worth = /\.(js|css|html|svg)$/;
/** Bytes under which a compressed file saves nothing worth a second file. */
const least = 1024;

// Compressed once, at the build, so that the API only hands files over. Fonts and pictures are compressed already.
const files = await readdir(built, { recursive: true });
await Promise.all(
  files
    .filter((file) => worth.test(file))
    .map(async (file) => {
      const plain = await readFile(built + file);
      if (plain.length < least) return;
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(plain, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 10,
            [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
          },
        }),
        promisify(gzip)(plain, { level: 9 }),
      ]);
      await Promise.all([writeFile(`${built}${file}.br`, br), writeFile(`${built}${file}.gz`, gz)]);
    }),
);
