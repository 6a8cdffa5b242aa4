"""What the sixth version of the schema adds. Once released it is never edited."""

THREAD = """
ALTER TABLE things ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX things_unsettled ON things(day, at, n)
    WHERE settled = 0 AND trashed IS NULL AND kind IN ('fragment', 'line');
UPDATE things SET settled = 1 WHERE kind = 'fragment';
ALTER TABLE experiences ADD COLUMN carry TEXT;
ALTER TABLE fragments ADD COLUMN breakthrough INTEGER;
ALTER TABLE insights ADD COLUMN looks INTEGER;
ALTER TABLE insights ADD COLUMN looked TEXT;
ALTER TABLE insights ADD COLUMN left_open INTEGER;
ALTER TABLE lines ADD COLUMN state TEXT;
ALTER TABLE lines ADD COLUMN until TEXT;
ALTER TABLE lines ADD COLUMN role TEXT;
ALTER TABLE goals ADD COLUMN sort TEXT;
ALTER TABLE goals ADD COLUMN outcome TEXT;
ALTER TABLE goals ADD COLUMN obstacle TEXT;
ALTER TABLE goals ADD COLUMN plan TEXT;
ALTER TABLE goals ADD COLUMN sign TEXT;
ALTER TABLE goals ADD COLUMN review TEXT;
ALTER TABLE goals ADD COLUMN confidence INTEGER;
ALTER TABLE goals ADD COLUMN area TEXT;
ALTER TABLE steps ADD COLUMN minutes INTEGER;
ALTER TABLE steps ADD COLUMN area TEXT;
ALTER TABLE practices ADD COLUMN schedule TEXT;
ALTER TABLE practices ADD COLUMN since TEXT;
ALTER TABLE practices ADD COLUMN small TEXT;
ALTER TABLE practices ADD COLUMN unit TEXT;
ALTER TABLE practices ADD COLUMN closing TEXT;
ALTER TABLE ticks ADD COLUMN amount REAL;
CREATE TABLE rests (
    revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT,
    PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE series (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    planned INTEGER
) STRICT;
CREATE TABLE own_values (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    place TEXT NOT NULL,
    important INTEGER,
    lived INTEGER
) STRICT;
CREATE TABLE boundaries (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    sort TEXT,
    need TEXT,
    wording TEXT,
    response TEXT,
    confidence INTEGER,
    not_safe INTEGER
) STRICT;
CREATE TABLE patterns (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    trigger TEXT,
    action TEXT,
    payoff TEXT,
    cost TEXT,
    instead TEXT
) STRICT;
CREATE TABLE occasions (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    subject INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    how TEXT NOT NULL
) STRICT;
CREATE INDEX occasions_of ON occasions(subject);
CREATE TABLE worksheets (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    subject INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    before INTEGER,
    now INTEGER,
    arrived TEXT,
    speaks_for TEXT,
    speaks_against TEXT,
    cost TEXT,
    test TEXT,
    decision TEXT
) STRICT;
CREATE INDEX worksheets_of ON worksheets(subject);
CREATE TABLE people (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    role TEXT NOT NULL,
    contact TEXT,
    hours TEXT,
    next TEXT
) STRICT;
CREATE TABLE themes (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE
) STRICT;
DROP VIEW words;
CREATE VIEW words AS
SELECT
    r.n AS revision,
    r.title AS title,
    trim(
        coalesce(r.text, '')
        || coalesce(
            (SELECT char(10) || group_concat(a.text, char(10)) FROM (
                SELECT text FROM answers
                WHERE revision = r.n AND kind <> 'scale' AND private IS NULL ORDER BY position
            ) AS a),
            ''
        )
        || CASE (SELECT kind FROM things WHERE n = r.thing)
            WHEN 'experience' THEN (
                SELECT char(10) || coalesce(setting, '') || char(10) || coalesce(people, '')
                    || char(10) || coalesce(intention, '') || char(10) || coalesce(carry, '')
                FROM experiences WHERE revision = r.n)
            WHEN 'practice' THEN (
                SELECT char(10) || coalesce(cue, '') || char(10) || coalesce(small, '')
                    || char(10) || coalesce(closing, '')
                FROM practices WHERE revision = r.n)
            WHEN 'goal' THEN (
                SELECT char(10) || coalesce(outcome, '') || char(10) || coalesce(obstacle, '')
                    || char(10) || coalesce(plan, '') || char(10) || coalesce(sign, '')
                FROM goals WHERE revision = r.n)
            WHEN 'boundary' THEN (
                SELECT char(10) || coalesce(need, '') || char(10) || coalesce(wording, '')
                    || char(10) || coalesce(response, '')
                FROM boundaries WHERE revision = r.n)
            WHEN 'pattern' THEN (
                SELECT char(10) || coalesce(trigger, '') || char(10) || coalesce(action, '')
                    || char(10) || coalesce(payoff, '') || char(10) || coalesce(cost, '')
                    || char(10) || coalesce(instead, '')
                FROM patterns WHERE revision = r.n)
            WHEN 'worksheet' THEN (
                SELECT char(10) || coalesce(arrived, '') || char(10) || coalesce(speaks_for, '')
                    || char(10) || coalesce(speaks_against, '') || char(10) || coalesce(cost, '')
                    || char(10) || coalesce(test, '')
                FROM worksheets WHERE revision = r.n)
            WHEN 'person' THEN (
                SELECT char(10) || coalesce(contact, '') || char(10) || coalesce(hours, '')
                FROM people WHERE revision = r.n)
            ELSE ''
        END,
        char(10)
    ) AS text
FROM revisions AS r;
"""
