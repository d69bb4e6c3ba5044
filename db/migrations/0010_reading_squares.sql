-- Where operators cannot be marked leakproof, squares are read through a view with the condition of their policy.
CREATE VIEW maillage_reading.grid_squares AS SELECT * FROM public.grid_squares
  WHERE workspace_id = (SELECT public.current_workspace()) AND 'partners' = ANY ((SELECT public.current_audiences())::text[]);
--> statement-breakpoint
ALTER VIEW maillage_reading.grid_squares OWNER TO maillage_operator;
--> statement-breakpoint
GRANT SELECT ON maillage_reading.grid_squares TO maillage_app;
