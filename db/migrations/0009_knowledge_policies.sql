-- Figures worked out, runs and ledgers belong to a workspace and to its members. What people see is sealed until it is revealed.
DO $$
DECLARE
  known record;
  workspace constant text := 'workspace_id = (SELECT current_workspace())';
  member constant text := '''partners'' = ANY ((SELECT current_audiences())::text[])';
BEGIN
  FOR known IN SELECT * FROM (VALUES ('grid_squares'), ('grid_builds'), ('area_readings'), ('estimate_runs'), ('rounds'),
      ('observations')) AS t(name) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', known.name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_app', known.name);
    EXECUTE format('GRANT ALL ON %I TO maillage_operator', known.name);
    EXECUTE format('CREATE POLICY operator ON %I TO maillage_operator USING (true) WITH CHECK (true)', known.name);
    IF known.name <> 'observations' THEN
      EXECUTE format('CREATE POLICY own_workspace ON %I TO maillage_app USING (%s AND %s) WITH CHECK (%2$s)',
        known.name, workspace, member);
    END IF;
  END LOOP;

  EXECUTE format('CREATE POLICY own_workspace ON observations TO maillage_app
    USING (%s AND %s AND round_id IN (SELECT id FROM rounds WHERE revealed_at IS NOT NULL))
    WITH CHECK (false)', workspace, member);
  EXECUTE format('CREATE POLICY put ON observations FOR INSERT TO maillage_app
    WITH CHECK (%s AND %s AND round_id IN (SELECT id FROM rounds WHERE revealed_at IS NULL))', workspace, member);
  EXECUTE format('CREATE POLICY redact ON observations FOR UPDATE TO maillage_app USING (%s AND %s) WITH CHECK (%1$s)',
    workspace, member);
END $$;
--> statement-breakpoint
-- What was seen is not changed; words that name a person can be taken out, and what is over goes.
REVOKE UPDATE ON observations FROM maillage_app;
--> statement-breakpoint
GRANT UPDATE (note) ON observations TO maillage_app;
--> statement-breakpoint
-- The ledger is added to, never emptied.
REVOKE UPDATE, DELETE ON area_readings FROM maillage_app;
--> statement-breakpoint
CREATE SCHEMA maillage_sealed;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA maillage_sealed TO maillage_operator;
--> statement-breakpoint
GRANT USAGE ON SCHEMA maillage_sealed TO maillage_app;
--> statement-breakpoint
-- How many were put down and by how many voices: all that is known of a round before it is revealed.
CREATE FUNCTION maillage_sealed.round_counts(workspace uuid)
RETURNS TABLE (round_id uuid, observations int, voices int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.round_id, count(*)::int, count(DISTINCT coalesce(o.group_id, o.account_id))::int FROM observations o
  WHERE o.workspace_id = workspace AND workspace = (SELECT current_workspace()) GROUP BY o.round_id
$$;
--> statement-breakpoint
-- Whoever put an observation down may take it back before anybody has read it. Answers whether there was one.
CREATE FUNCTION maillage_sealed.withdraw_observation(workspace uuid, observation uuid, account uuid)
RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH gone AS (
    DELETE FROM observations o WHERE o.workspace_id = workspace AND workspace = (SELECT current_workspace())
      AND o.id = observation AND o.account_id = account
      AND o.round_id IN (SELECT r.id FROM rounds r WHERE r.workspace_id = workspace AND r.revealed_at IS NULL) RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM gone)
$$;
--> statement-breakpoint
ALTER FUNCTION maillage_sealed.round_counts(uuid) OWNER TO maillage_operator;
--> statement-breakpoint
ALTER FUNCTION maillage_sealed.withdraw_observation(uuid, uuid, uuid) OWNER TO maillage_operator;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA maillage_sealed FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA maillage_sealed TO maillage_app;
