import { defineConfig } from 'prisma/config';

/** For Prisma's own command line. The project applies its migrations through `tools/migrate.ts`. */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
