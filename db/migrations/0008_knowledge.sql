CREATE TABLE "estimate_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"benefit" text NOT NULL,
	"territory_id" uuid,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"sources" jsonb NOT NULL,
	"assumptions" jsonb NOT NULL,
	"parameters" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"hash" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"blind_spots" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"result" jsonb,
	"author" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"beat_at" timestamp with time zone,
	CONSTRAINT "estimate_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "area_readings" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vintage" text NOT NULL,
	"area" geometry(MultiPolygon, 4326) NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "area_readings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "grid_builds" (
	"workspace_id" uuid NOT NULL,
	"vintage" text NOT NULL,
	"progress" real,
	"cells" integer DEFAULT 0 NOT NULL,
	"squares" integer DEFAULT 0 NOT NULL,
	"imputed_cells" real DEFAULT 0 NOT NULL,
	"imputed_persons" real DEFAULT 0 NOT NULL,
	"built_at" timestamp with time zone,
	CONSTRAINT "grid_builds_workspace_id_vintage_pk" PRIMARY KEY("workspace_id","vintage")
);
--> statement-breakpoint
CREATE TABLE "grid_squares" (
	"workspace_id" uuid NOT NULL,
	"vintage" text NOT NULL,
	"crs" integer NOT NULL,
	"level" smallint NOT NULL,
	"finest" smallint NOT NULL,
	"north" integer NOT NULL,
	"east" integer NOT NULL,
	"imputed" boolean NOT NULL,
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
	"geom" geometry(Geometry, 3857) NOT NULL,
	CONSTRAINT "grid_squares_workspace_id_vintage_crs_level_north_east_pk" PRIMARY KEY("workspace_id","vintage","crs","level","north","east")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"group_id" uuid,
	"stance" text NOT NULL,
	"shape" text NOT NULL,
	"hexagons" text[] DEFAULT '{}' NOT NULL,
	"zone_ids" uuid[] DEFAULT '{}' NOT NULL,
	"area" geometry(MultiPolygon, 4326) NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"public_ids" uuid[] DEFAULT '{}' NOT NULL,
	"causes" text[] DEFAULT '{}' NOT NULL,
	"source" text NOT NULL,
	"confidence" text NOT NULL,
	"author_role" text NOT NULL,
	"observed_on" date NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "observations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"question" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revealed_at" timestamp with time zone,
	"expires_on" date NOT NULL,
	"extended" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rounds_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_workspace_id_round_id_rounds_workspace_id_id_fk" FOREIGN KEY ("workspace_id","round_id") REFERENCES "public"."rounds"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "area_readings_area" ON "area_readings" USING gist ("area");--> statement-breakpoint
CREATE INDEX "grid_squares_0" ON "grid_squares" USING gist ("geom") WHERE finest <= 0 AND level >= 0;--> statement-breakpoint
CREATE INDEX "grid_squares_1" ON "grid_squares" USING gist ("geom") WHERE finest <= 1 AND level >= 1;--> statement-breakpoint
CREATE INDEX "grid_squares_2" ON "grid_squares" USING gist ("geom") WHERE finest <= 2 AND level >= 2;--> statement-breakpoint
CREATE INDEX "grid_squares_3" ON "grid_squares" USING gist ("geom") WHERE finest <= 3 AND level >= 3;--> statement-breakpoint
CREATE INDEX "grid_squares_4" ON "grid_squares" USING gist ("geom") WHERE finest <= 4 AND level >= 4;--> statement-breakpoint
CREATE INDEX "grid_squares_5" ON "grid_squares" USING gist ("geom") WHERE finest <= 5 AND level >= 5;--> statement-breakpoint
CREATE INDEX "grid_squares_6" ON "grid_squares" USING gist ("geom") WHERE finest <= 6 AND level >= 6;--> statement-breakpoint
CREATE INDEX "grid_squares_7" ON "grid_squares" USING gist ("geom") WHERE finest <= 7 AND level >= 7;--> statement-breakpoint
CREATE INDEX "observations_round" ON "observations" USING btree ("workspace_id","round_id");--> statement-breakpoint
CREATE INDEX "observations_area" ON "observations" USING gist ("area");