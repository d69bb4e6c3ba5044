CREATE TABLE "assessments" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"author" text NOT NULL,
	"assessor_kind" text NOT NULL,
	"assessor_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"reason_id" text NOT NULL,
	"public_id" uuid,
	"need" smallint,
	"possibility" smallint,
	"evidence" text,
	"evidence_kind" text,
	"factors" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"conditions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"note" text,
	CONSTRAINT "assessments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "discussions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"author" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"reason_id" text NOT NULL,
	"public_id" uuid,
	"outcome" text NOT NULL,
	"text" text,
	CONSTRAINT "discussions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "groups_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "reasons" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"label" text NOT NULL,
	"like_reason" text,
	CONSTRAINT "reasons_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "scales" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"need" jsonb,
	"possibility" jsonb,
	"quadrants" jsonb,
	"team_id" uuid
);
--> statement-breakpoint
CREATE TABLE "target_publics" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"known" boolean DEFAULT false NOT NULL,
	"publics" text[] DEFAULT '{}' NOT NULL,
	"note" text,
	CONSTRAINT "target_publics_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"acronym" text,
	"local_meaning" text,
	"purpose" text,
	"perimeter_communes" text[] DEFAULT '{}' NOT NULL,
	"perimeter" text,
	"frequency" text,
	"reason_ids" text[] DEFAULT '{}' NOT NULL,
	"next_meeting" text,
	"meeting_place" text,
	"note" text,
	"audience" text DEFAULT 'public' NOT NULL,
	CONSTRAINT "bodies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "bodies_acronym_meaning" CHECK (acronym IS NULL OR local_meaning IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "facilitators" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"body_ids" uuid[] DEFAULT '{}' NOT NULL,
	"zone_ids" uuid[] DEFAULT '{}' NOT NULL,
	"communes" text[] DEFAULT '{}' NOT NULL,
	"reason_ids" text[] DEFAULT '{}' NOT NULL,
	"public_ids" uuid[] DEFAULT '{}' NOT NULL,
	"presents_itself" boolean DEFAULT false NOT NULL,
	"audience" text DEFAULT 'public' NOT NULL,
	CONSTRAINT "facilitators_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "facilitators_presents_itself" CHECK (kind <> 'community_belonging' OR presents_itself)
);
--> statement-breakpoint
CREATE TABLE "involvements" (
	"workspace_id" uuid NOT NULL,
	"record_kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "involvements_workspace_id_record_id_actor_id_pk" PRIMARY KEY("workspace_id","record_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "outreach" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"state" text NOT NULL,
	"entry_mode" text,
	"stops" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reason_ids" text[] DEFAULT '{}' NOT NULL,
	"public_ids" uuid[] DEFAULT '{}' NOT NULL,
	"approaches" text[] DEFAULT '{}' NOT NULL,
	"purposes" text[] DEFAULT '{}' NOT NULL,
	"duration_kind" text,
	"starts_on" date,
	"ends_on" date,
	"conditions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"ethics" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"audience" text DEFAULT 'public' NOT NULL,
	CONSTRAINT "outreach_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "ties" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"state" text NOT NULL,
	"kind" text,
	"contents" text[] DEFAULT '{}' NOT NULL,
	"direction" text NOT NULL,
	"frequency" text,
	"quality" text,
	"formalised" boolean,
	"since" date,
	"until" date,
	"basis" text,
	"source" text,
	"note" text,
	"audience" text DEFAULT 'public' NOT NULL,
	CONSTRAINT "ties_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "ties_two_actors" CHECK (from_id <> to_id),
	CONSTRAINT "ties_kind_if_known" CHECK ((kind IS NOT NULL) = (state = 'known'))
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_workspace_id_actor_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussions" ADD CONSTRAINT "discussions_workspace_id_actor_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "involvements" ADD CONSTRAINT "involvements_workspace_id_actor_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","actor_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_workspace_id_from_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","from_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_workspace_id_to_id_actors_workspace_id_id_fk" FOREIGN KEY ("workspace_id","to_id") REFERENCES "public"."actors"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessments_latest" ON "assessments" USING btree ("workspace_id","actor_id","reason_id","public_id","assessor_kind","assessor_id","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "discussions_actor" ON "discussions" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE INDEX "involvements_actor" ON "involvements" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ties_pair" ON "ties" USING btree ("workspace_id",least(from_id, to_id),greatest(from_id, to_id)) WHERE archived_at IS NULL;--> statement-breakpoint
CREATE INDEX "ties_to" ON "ties" USING btree ("workspace_id","to_id");