CREATE TABLE "addresses" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"street" text NOT NULL,
	"street_key" text NOT NULL,
	"postcode" text,
	"commune_code" text NOT NULL,
	"commune_name" text NOT NULL,
	"point" geometry(Point, 4326) NOT NULL,
	"import_run" uuid,
	CONSTRAINT "addresses_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "grid_cells" (
	"workspace_id" uuid NOT NULL,
	"vintage" text NOT NULL,
	"size" integer NOT NULL,
	"crs" integer NOT NULL,
	"north" integer NOT NULL,
	"east" integer NOT NULL,
	"natural" text,
	"imputed" smallint,
	"communes" text[] DEFAULT '{}' NOT NULL,
	"ind" real,
	"men" real,
	"men_pauv" real,
	"men_1ind" real,
	"men_5ind" real,
	"men_prop" real,
	"men_fmp" real,
	"ind_snv" real,
	"men_surf" real,
	"men_coll" real,
	"men_mais" real,
	"log_av45" real,
	"log_45_70" real,
	"log_70_90" real,
	"log_ap90" real,
	"log_inc" real,
	"log_soc" real,
	"ind_0_3" real,
	"ind_4_5" real,
	"ind_6_10" real,
	"ind_11_17" real,
	"ind_18_24" real,
	"ind_25_39" real,
	"ind_40_54" real,
	"ind_55_64" real,
	"ind_65_79" real,
	"ind_80p" real,
	"ind_inc" real,
	"import_run" uuid,
	CONSTRAINT "grid_cells_workspace_id_vintage_size_crs_north_east_pk" PRIMARY KEY("workspace_id","vintage","size","crs","north","east")
);
--> statement-breakpoint
CREATE TABLE "statistics" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"period" text NOT NULL,
	"level" text NOT NULL,
	"code" text NOT NULL,
	"vintage" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"figures" jsonb NOT NULL,
	"statuses" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"flags" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source_date" date,
	"licence" text,
	"import_run" uuid,
	CONSTRAINT "statistics_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"signature" text NOT NULL,
	"columns" text[] NOT NULL,
	"mapping" jsonb NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "resemblances" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"score" real NOT NULL,
	"reasons" text[] NOT NULL,
	"likely" text NOT NULL,
	"verdict" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"seq" bigint,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resemblances_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "resemblances_order" CHECK (one < other)
);
--> statement-breakpoint
CREATE TABLE "movements" (
	"level" text NOT NULL,
	"code_from" text NOT NULL,
	"code_to" text NOT NULL,
	"effective_on" date NOT NULL,
	"kind" text NOT NULL,
	"name_from" text,
	"name_to" text,
	"source" text NOT NULL,
	"import_run" uuid,
	CONSTRAINT "movements_level_code_from_code_to_effective_on_pk" PRIMARY KEY("level","code_from","code_to","effective_on")
);
--> statement-breakpoint
DROP INDEX "actors_counts";--> statement-breakpoint
ALTER TABLE "map_cells" DROP CONSTRAINT "map_cells_workspace_id_audience_z_x_y_pk";--> statement-breakpoint
ALTER TABLE "map_cells" ADD COLUMN "import_run" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;--> statement-breakpoint
ALTER TABLE "map_cells" ADD CONSTRAINT "map_cells_workspace_id_audience_z_x_y_import_run_pk" PRIMARY KEY("workspace_id","audience","z","x","y","import_run");--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "finess" text;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "rna" text;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "field_sources" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "import_run" uuid;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "gone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "part_of" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "import_run" uuid;--> statement-breakpoint
ALTER TABLE "map_points" ADD COLUMN "import_run" uuid;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "import_run" uuid;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "import_run" uuid;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "kept" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "record" jsonb;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "author" text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "answers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "mapping" jsonb;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "revealed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "seq" bigint;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "server" text;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "beat_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "geocodes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "drawn_zones" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "drawn_zones" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "drawn_zones" ADD COLUMN "import_run" uuid;--> statement-breakpoint
ALTER TABLE "zones" ADD COLUMN "import_run" uuid;--> statement-breakpoint
ALTER TABLE "resemblances" ADD CONSTRAINT "resemblances_workspace_id_one_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","one") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resemblances" ADD CONSTRAINT "resemblances_workspace_id_other_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","other") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addresses_street" ON "addresses" USING btree ("workspace_id","commune_code","street_key");--> statement-breakpoint
CREATE INDEX "addresses_import_run" ON "addresses" USING brin ("import_run");--> statement-breakpoint
CREATE INDEX "grid_cells_import_run" ON "grid_cells" USING brin ("import_run");--> statement-breakpoint
CREATE UNIQUE INDEX "statistics_key" ON "statistics" USING btree ("workspace_id","source","period","level","code","vintage","part");--> statement-breakpoint
CREATE INDEX "statistics_zone" ON "statistics" USING btree ("workspace_id","level","code");--> statement-breakpoint
CREATE INDEX "statistics_import_run" ON "statistics" USING btree ("workspace_id","import_run") WHERE import_run IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "import_mappings_signature" ON "import_mappings" USING btree ("workspace_id","signature");--> statement-breakpoint
CREATE UNIQUE INDEX "resemblances_pair" ON "resemblances" USING btree ("workspace_id","one","other");--> statement-breakpoint
CREATE INDEX "resemblances_other" ON "resemblances" USING btree ("workspace_id","other");--> statement-breakpoint
CREATE INDEX "movements_to" ON "movements" USING btree ("level","code_to");--> statement-breakpoint
CREATE INDEX "actors_siret" ON "actors" USING btree ("workspace_id","siret") WHERE siret IS NOT NULL;--> statement-breakpoint
CREATE INDEX "actors_import_run" ON "actors" USING btree ("workspace_id","import_run") WHERE import_run IS NOT NULL;--> statement-breakpoint
CREATE INDEX "actors_gone" ON "actors" USING btree ("workspace_id","gone_at") WHERE gone_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "import_runs_revealed" ON "import_runs" USING btree ("workspace_id","id") WHERE revealed;--> statement-breakpoint
CREATE UNIQUE INDEX "drawn_zones_source_key" ON "drawn_zones" USING btree ("workspace_id","source","source_id");--> statement-breakpoint
CREATE INDEX "zones_postcodes" ON "zones" USING gin ("postcodes");--> statement-breakpoint
CREATE INDEX "zones_import_run" ON "zones" USING btree ("import_run") WHERE import_run IS NOT NULL;--> statement-breakpoint
CREATE INDEX "actors_counts" ON "actors" USING btree ("workspace_id","audience","import_run","points","partners_points","public_points") WHERE archived_at IS NULL;