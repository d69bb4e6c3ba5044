-- What members say of each other is theirs: nobody who reads as the public sees any of it, and nobody sees what is said of an
-- actor that they do not see.
DO $$
DECLARE
  known record;
  workspace constant text := 'workspace_id = (SELECT current_workspace())';
  member constant text := '''partners'' = ANY ((SELECT current_audiences())::text[])';
  audience constant text := 'audience = ANY ((SELECT current_audiences())::text[]) AND ''partners'' = ANY ((SELECT current_audiences())::text[])';
BEGIN
  FOR known IN SELECT * FROM (VALUES
      ('reasons', false, '{}'), ('target_publics', false, '{}'), ('groups', false, '{}'), ('scales', false, '{}'),
      ('assessments', false, '{actor_id}'), ('discussions', false, '{actor_id}'), ('involvements', false, '{actor_id}'),
      ('ties', true, '{from_id,to_id}'), ('bodies', true, '{}'), ('facilitators', true, '{}'), ('outreach', true, '{}'))
      AS t(name, has_audience, actors) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', known.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_app', known.name);
    EXECUTE format('CREATE POLICY own_workspace ON %I TO maillage_app USING (%s AND %s%s) WITH CHECK (%2$s)',
      known.name, workspace, CASE WHEN known.has_audience THEN audience ELSE member END,
      (SELECT coalesce(string_agg(format(
        ' AND EXISTS (SELECT 1 FROM actors a WHERE a.workspace_id = %1$I.workspace_id AND a.id = %1$I.%2$I)', known.name, actor), ''), '')
        FROM unnest(known.actors::text[]) AS actor));
    EXECUTE format('GRANT ALL ON %I TO maillage_operator', known.name);
    EXECUTE format('CREATE POLICY operator ON %I TO maillage_operator USING (true) WITH CHECK (true)', known.name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Nobody changes or takes away a judgement; another one follows it. Erasing a workspace or an actor does, by cascade.
REVOKE UPDATE, DELETE ON assessments, discussions FROM maillage_app;
--> statement-breakpoint
-- What names a person can be taken out of the words.
GRANT UPDATE (evidence, note) ON assessments TO maillage_app;
--> statement-breakpoint
GRANT UPDATE (text) ON discussions TO maillage_app;
--> statement-breakpoint
-- The actor that this one was merged into, and so on: what was said of the one is said of the other.
CREATE FUNCTION living_actor(workspace uuid, actor uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  next uuid;
BEGIN
  FOR _ IN 1..10 LOOP
    SELECT merged_into INTO next FROM actors WHERE workspace_id = workspace AND id = actor;
    EXIT WHEN next IS NULL;
    actor := next;
  END LOOP;
  RETURN actor;
END $$;
