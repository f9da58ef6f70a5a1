/** What Prisma's schema can't say of who may what, as questions that answer lines of text. */
export const catalogue: Readonly<Record<string, string>> = {
  'the rights on tables': `SELECT format('%s: %s on %s', grantee, string_agg(privilege_type, ', ' ORDER BY privilege_type), table_schema || '.' || table_name) AS line
      FROM information_schema.role_table_grants WHERE grantee LIKE 'shelter%' GROUP BY grantee, table_schema, table_name ORDER BY 1`,
  'the rights on columns': `SELECT format('%s: %s on %s.%s (%s)', a.grantee::regrole, a.privilege_type, n.nspname, c.relname, string_agg(t.attname, ', ' ORDER BY t.attname)) AS line
      FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(t.attacl) a
      WHERE a.grantee::regrole::text LIKE 'shelter%' GROUP BY a.grantee, a.privilege_type, n.nspname, c.relname ORDER BY 1`,
  'the policies': `SELECT format('%s.%s: %s %s for %s to %s using (%s) check (%s)', schemaname, tablename, lower(permissive), policyname, cmd, array_to_string(roles, ', '), qual, with_check) AS line FROM pg_policies ORDER BY 1`,
  'the functions': `SELECT format('%s owned by %s%s for %s', p.oid::regprocedure, p.proowner::regrole, CASE WHEN p.prosecdef THEN ', as its owner,' END,
        coalesce((SELECT string_agg(CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, ', ' ORDER BY a.grantee::regrole::text) FROM aclexplode(p.proacl) a WHERE a.grantee <> p.proowner), 'nobody')) AS line
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1`,
  'the generated columns': `SELECT format('%s.%s: %s', c.relname, a.attname, pg_get_expr(d.adbin, d.adrelid)) AS line FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE a.attgenerated <> '' ORDER BY 1`,
  'the triggers': `SELECT pg_get_triggerdef(oid) AS line FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
  'the partial and covering indexes': `SELECT indexdef AS line FROM pg_indexes WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND (indexdef LIKE '% WHERE %' OR indexdef LIKE '% INCLUDE %') ORDER BY 1`,
};
