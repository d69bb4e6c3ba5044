-- The right to be forgotten reaches what is sealed, and tells nothing of it but how many notes name the person.
-- Actors that were merged into one are looked for by it each time a tie or a judgement of it is read: without an index
-- that reads all actors of the workspace.
CREATE INDEX "actors_merged" ON "actors" USING btree ("workspace_id","merged_into") WHERE merged_into IS NOT NULL;
--> statement-breakpoint
-- Without accents or case, each letter by itself: what `fold` of domain/person-match.ts does. The marks are those of Latin,
-- Greek, Cyrillic, Hebrew and Arabic letters.
CREATE FUNCTION maillage_sealed.folded(words text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT regexp_replace(plain(normalize(words, NFD)),
    '[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06ED]', '', 'g')
$$;
--> statement-breakpoint
-- One person as a pattern of folded texts, as `personMatch` of domain/person-match.ts has it: whole words of a name in their
-- order or turned around, a whole e-mail, a phone number by the digits that tell it from another. Null when what is given
-- is too short to be somebody, whatever was checked before: shorter pieces would spell a note out.
CREATE FUNCTION maillage_sealed.person_pattern(name text, email text, digits text)
RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = public AS $$
DECLARE
  words text[] := ARRAY(SELECT m[1] FROM regexp_matches(maillage_sealed.folded(name), '([[:alnum:]]+)', 'g') AS m);
  n int := cardinality(words);
  sources text[] := '{}';
  gap constant text := '[\s().\-/]{0,3}';
BEGIN
  IF length(array_to_string(words, '')) >= 3 THEN
    sources := sources || ('(?<![[:alnum:]])(?:' || (
      SELECT string_agg(array_to_string(words[first:n] || words[1:first - 1], '[^[:alnum:]]{1,3}'), '|')
      FROM generate_series(1, n) AS first) || ')(?![[:alnum:]])');
  END IF;
  IF email ~ '^[^@\s]+@[^@\s]+$' THEN
    sources := sources || ('(?<![[:alnum:]._%+-])'
      || regexp_replace(maillage_sealed.folded(email), '([^[:alnum:]])', '\\\1', 'g') || '(?![[:alnum:]_-]|\.[[:alnum:]])');
  END IF;
  IF digits ~ '^[0-9]{6,}$' THEN
    sources := sources || ('(?<![[:alnum:]])' || CASE length(digits)
        WHEN 9 THEN format('(?:(?:\+|00)?%1$s(?:33|262|590|594|596)%1$s(?:0%1$s)?|0%1$s)?', gap) ELSE '(?:\+|00)?' END
      || array_to_string(string_to_array(digits, NULL), gap) || '(?![0-9])');
  END IF;
  RETURN nullif(array_to_string(sources, '|'), '');
END $$;
--> statement-breakpoint
-- A note with each mention replaced where it stands, as `redacted` of domain/person-match.ts does; the same note when there
-- is none.
CREATE FUNCTION maillage_sealed.without_person(note text, pattern text)
RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = public AS $$
DECLARE
  letter text;
  piece text;
  folded text := '';
  -- For each folded letter, where it stands in the note.
  places int[] := '{}';
  place int := 0;
  result text := '';
  done int := 1;
  first int;
  past int := 1;
BEGIN
  IF pattern IS NULL OR note IS NULL OR maillage_sealed.folded(note) !~ pattern THEN RETURN note; END IF;
  FOREACH letter IN ARRAY string_to_array(note, NULL) LOOP
    place := place + 1;
    piece := maillage_sealed.folded(letter);
    folded := folded || piece;
    places := places || array_fill(place, ARRAY[length(piece)]);
  END LOOP;
  places := places || (place + 1);
  LOOP
    first := regexp_instr(folded, pattern, past);
    EXIT WHEN first = 0;
    past := regexp_instr(folded, pattern, past, 1, 1);
    result := result || substr(note, done, places[first] - done)
      || CASE WHEN places[past] - places[first] < length('[effacé]') THEN '[…]' ELSE '[effacé]' END;
    done := places[past];
    EXIT WHEN past > length(folded);
  END LOOP;
  RETURN result || substr(note, done);
END $$;
--> statement-breakpoint
-- How many sealed observations name a person. What remains to be known by asking: that some sealed note of the workspace
-- holds a word of three letters or more, never which, where, when or whose; each question is a security event, with how
-- many it found. Whoever may ask may also open the seal, in front of everybody.
CREATE FUNCTION maillage_sealed.count_person(workspace uuid, name text, email text, digits text)
RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*)::int FROM observations o, maillage_sealed.person_pattern(name, email, digits) AS pattern
  WHERE o.workspace_id = workspace AND workspace = (SELECT current_workspace())
    AND 'private' = ANY ((SELECT current_audiences())::text[])
    AND o.round_id IN (SELECT r.id FROM rounds r WHERE r.workspace_id = workspace AND r.revealed_at IS NULL)
    AND maillage_sealed.without_person(o.note, pattern) <> o.note
$$;
--> statement-breakpoint
-- Takes a person out of sealed observations, which stay sealed. Answers in how many they were.
CREATE FUNCTION maillage_sealed.erase_person(workspace uuid, name text, email text, digits text)
RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH gone AS (
    UPDATE observations o SET note = maillage_sealed.without_person(o.note, pattern)
    FROM maillage_sealed.person_pattern(name, email, digits) AS pattern
    WHERE o.workspace_id = workspace AND workspace = (SELECT current_workspace())
      AND 'private' = ANY ((SELECT current_audiences())::text[])
      AND o.round_id IN (SELECT r.id FROM rounds r WHERE r.workspace_id = workspace AND r.revealed_at IS NULL)
      AND maillage_sealed.without_person(o.note, pattern) <> o.note RETURNING 1)
  SELECT count(*)::int FROM gone
$$;
--> statement-breakpoint
ALTER FUNCTION maillage_sealed.folded(text) OWNER TO maillage_operator;
--> statement-breakpoint
ALTER FUNCTION maillage_sealed.person_pattern(text, text, text) OWNER TO maillage_operator;
--> statement-breakpoint
ALTER FUNCTION maillage_sealed.without_person(text, text) OWNER TO maillage_operator;
--> statement-breakpoint
ALTER FUNCTION maillage_sealed.count_person(uuid, text, text, text) OWNER TO maillage_operator;
--> statement-breakpoint
ALTER FUNCTION maillage_sealed.erase_person(uuid, text, text, text) OWNER TO maillage_operator;
--> statement-breakpoint
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA maillage_sealed FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA maillage_sealed TO maillage_app;
