CREATE TABLE "actors" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text DEFAULT 'organisation' NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"type_id" text NOT NULL,
	"secondary_type_ids" text[] DEFAULT '{}' NOT NULL,
	"publics" text[] DEFAULT '{}' NOT NULL,
	"approaches" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"area_communes" text[] DEFAULT '{}' NOT NULL,
	"area_zones" uuid[] DEFAULT '{}' NOT NULL,
	"area_polygon" geometry(MultiPolygon, 4326),
	"siret" text,
	"verified_at" timestamp with time zone,
	"source" text,
	"source_id" text,
	"source_date" date,
	"licence" text,
	"version" integer DEFAULT 1 NOT NULL,
	"edited_fields" text[] DEFAULT '{}' NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"family" text DEFAULT 'M' NOT NULL,
	"commune_codes" text[] DEFAULT '{}' NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"search" "tsvector" DEFAULT '' NOT NULL,
	CONSTRAINT "actors_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"label" text,
	CONSTRAINT "contacts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "map_cells" (
	"workspace_id" uuid NOT NULL,
	"z" integer NOT NULL,
	"x" integer NOT NULL,
	"y" integer NOT NULL,
	"n" integer NOT NULL,
	"sum_x" double precision NOT NULL,
	"sum_y" double precision NOT NULL,
	"a" integer NOT NULL,
	"b" integer NOT NULL,
	"c" integer NOT NULL,
	"d" integer NOT NULL,
	"e" integer NOT NULL,
	"f" integer NOT NULL,
	"g" integer NOT NULL,
	"h" integer NOT NULL,
	"i" integer NOT NULL,
	"j" integer NOT NULL,
	"k" integer NOT NULL,
	"l" integer NOT NULL,
	"m" integer NOT NULL,
	CONSTRAINT "map_cells_workspace_id_z_x_y_pk" PRIMARY KEY("workspace_id","z","x","y")
);
--> statement-breakpoint
CREATE TABLE "map_points" (
	"workspace_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"family" text NOT NULL,
	"name" text NOT NULL,
	"verified_at" timestamp with time zone,
	"geom" geometry(Geometry, 3857) NOT NULL,
	CONSTRAINT "map_points_workspace_id_place_id_pk" PRIMARY KEY("workspace_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"place_id" uuid,
	"source" text,
	"source_id" text,
	"source_date" date,
	"name" text NOT NULL,
	"description" text,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"publics" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "offers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text DEFAULT 'fixed' NOT NULL,
	"label" text,
	"address" text,
	"postcode" text,
	"commune_code" text,
	"commune_name" text,
	"point" geometry(Point, 4326),
	"hours" text,
	"open_week" "int4multirange",
	"open_dates" "tsmultirange",
	"open_until" date,
	CONSTRAINT "places_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "search_lexemes" (
	"workspace_id" uuid NOT NULL,
	"lexeme" text NOT NULL,
	CONSTRAINT "search_lexemes_workspace_id_lexeme_pk" PRIMARY KEY("workspace_id","lexeme")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"workspace_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"key" text,
	"outcome" text NOT NULL,
	"entity_id" uuid,
	"version" integer,
	"draft" jsonb,
	"set" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"before" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "import_rows_workspace_id_run_id_line_pk" PRIMARY KEY("workspace_id","run_id","line")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"filename" text NOT NULL,
	"bytes" bigint NOT NULL,
	"dry_run" boolean NOT NULL,
	"vintage" text,
	"state" text NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "import_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "actor_types" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"family" text NOT NULL,
	"label_fr" text NOT NULL,
	"label_en" text NOT NULL,
	"aliases" text[] NOT NULL,
	"data_inclusion" text[] NOT NULL,
	"bpe" text[] NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "actor_types_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "backdrop_features" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"territory_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"class" text NOT NULL,
	"name" text,
	"geometry" geometry(Geometry, 4326) NOT NULL,
	CONSTRAINT "backdrop_features_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "territories" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"communes" text[] DEFAULT '{}' NOT NULL,
	"epcis" text[] DEFAULT '{}' NOT NULL,
	"polygon" geometry(MultiPolygon, 4326),
	"demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "territories_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"author" text NOT NULL,
	"cause" text NOT NULL,
	"verb" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"field" text,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drawn_zones" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"area" geometry(MultiPolygon, 4326) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drawn_zones_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "zone_shapes" (
	"zone_id" uuid NOT NULL,
	"lod" smallint NOT NULL,
	"level" text NOT NULL,
	"vintage" text NOT NULL,
	"geom" geometry(Geometry, 3857) NOT NULL,
	CONSTRAINT "zone_shapes_zone_id_lod_pk" PRIMARY KEY("zone_id","lod")
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"vintage" text NOT NULL,
	"source" text NOT NULL,
	"licence" text,
	"communes" text[] DEFAULT '{}' NOT NULL,
	"population" integer,
	"postcodes" text[] DEFAULT '{}' NOT NULL,
	"area" geometry(MultiPolygon, 4326)
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_actor_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_workspace_id_actor_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_workspace_id_actor_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_workspace_id_run_id_import_runs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","run_id") REFERENCES "public"."import_runs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_shapes" ADD CONSTRAINT "zone_shapes_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "actors_source_key" ON "actors" USING btree ("workspace_id","source","source_id");--> statement-breakpoint
CREATE INDEX "actors_name" ON "actors" USING btree ("workspace_id","name","id");--> statement-breakpoint
CREATE INDEX "actors_counts" ON "actors" USING btree ("workspace_id","points") WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX "actors_search" ON "actors" USING gin ("search");--> statement-breakpoint
CREATE INDEX "actors_communes" ON "actors" USING gin ("commune_codes");--> statement-breakpoint
CREATE INDEX "actors_area_communes" ON "actors" USING gin ("area_communes");--> statement-breakpoint
CREATE INDEX "contacts_actor" ON "contacts" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE INDEX "map_points_actor" ON "map_points" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE INDEX "map_points_geom" ON "map_points" USING gist ("geom");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_source_key" ON "offers" USING btree ("workspace_id","source","source_id");--> statement-breakpoint
CREATE INDEX "offers_actor" ON "offers" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE INDEX "places_actor" ON "places" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE INDEX "places_point" ON "places" USING gist ("point");--> statement-breakpoint
CREATE INDEX "search_lexemes_prefix" ON "search_lexemes" USING btree ("lexeme" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "search_lexemes_trigrams" ON "search_lexemes" USING gist ("lexeme" gist_trgm_ops);--> statement-breakpoint
CREATE INDEX "import_rows_key" ON "import_rows" USING btree ("workspace_id","run_id","key");--> statement-breakpoint
CREATE INDEX "import_runs_started" ON "import_runs" USING btree ("workspace_id","started_at");--> statement-breakpoint
CREATE INDEX "backdrop_features_territory" ON "backdrop_features" USING btree ("workspace_id","territory_id");--> statement-breakpoint
CREATE INDEX "changes_seq" ON "changes" USING btree ("workspace_id","seq");--> statement-breakpoint
CREATE INDEX "changes_entity" ON "changes" USING btree ("workspace_id","entity_id","seq");--> statement-breakpoint
CREATE INDEX "drawn_zones_area" ON "drawn_zones" USING gist ("area");--> statement-breakpoint
CREATE INDEX "zone_shapes_8" ON "zone_shapes" USING gist ("geom") WHERE lod = 8;--> statement-breakpoint
CREATE INDEX "zone_shapes_10" ON "zone_shapes" USING gist ("geom") WHERE lod = 10;--> statement-breakpoint
CREATE INDEX "zone_shapes_12" ON "zone_shapes" USING gist ("geom") WHERE lod = 12;--> statement-breakpoint
CREATE INDEX "zone_shapes_16" ON "zone_shapes" USING gist ("geom") WHERE lod = 16;--> statement-breakpoint
CREATE UNIQUE INDEX "zones_key" ON "zones" USING btree ("level","code","vintage","source");--> statement-breakpoint
CREATE INDEX "zones_communes" ON "zones" USING gin ("communes");--> statement-breakpoint
CREATE INDEX "zones_area" ON "zones" USING gist ("area");