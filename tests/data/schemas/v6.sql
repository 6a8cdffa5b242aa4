CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE answers (
    n INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT,
    prompt TEXT NOT NULL,
    guidance TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL, private INTEGER,
    UNIQUE (revision, position)
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

CREATE TABLE checkins (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    piece TEXT NOT NULL,
    piece_title TEXT NOT NULL
) STRICT;

CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    flow TEXT NOT NULL,
    subject TEXT NOT NULL,
    title TEXT NOT NULL,
    data TEXT NOT NULL,
    made TEXT NOT NULL,
    changed TEXT NOT NULL,
    window TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    guide TEXT,
    guide_title TEXT
) STRICT;

CREATE TABLE erased (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE experiences (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    sort TEXT,
    timed INTEGER NOT NULL,
    setting TEXT,
    people TEXT,
    intention TEXT
, carry TEXT) STRICT;

CREATE TABLE feelings (
    revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    word TEXT NOT NULL,
    family TEXT,
    PRIMARY KEY (revision, position, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE fragments (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    sense TEXT
, breakthrough INTEGER) STRICT;

CREATE TABLE goals (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL
, sort TEXT, outcome TEXT, obstacle TEXT, plan TEXT, sign TEXT, review TEXT, confidence INTEGER, area TEXT) STRICT;

CREATE TABLE insights (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    sort TEXT NOT NULL,
    standing TEXT NOT NULL
, looks INTEGER, looked TEXT, left_open INTEGER) STRICT;

CREATE TABLE lines (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    keep_as TEXT NOT NULL
, state TEXT, until TEXT, role TEXT) STRICT;

CREATE TABLE links (
    source INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    target INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    role TEXT NOT NULL,
    made TEXT NOT NULL,
    cut TEXT,
    PRIMARY KEY (source, target, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE occasions (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    subject INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    how TEXT NOT NULL
) STRICT;

CREATE TABLE own_values (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    place TEXT NOT NULL,
    important INTEGER,
    lived INTEGER
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

CREATE TABLE people (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    role TEXT NOT NULL,
    contact TEXT,
    hours TEXT,
    next TEXT
) STRICT;

CREATE TABLE practices (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    cue TEXT
, schedule TEXT, since TEXT, small TEXT, unit TEXT, closing TEXT) STRICT;

CREATE TABLE ratings (
    revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT,
    value INTEGER NOT NULL,
    low INTEGER NOT NULL,
    high INTEGER NOT NULL,
    words TEXT,
    PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rests (
    revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    first TEXT NOT NULL,
    last TEXT,
    PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE results (
            revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
            measure TEXT NOT NULL,
            measure_title TEXT NOT NULL,
            period TEXT,
            total REAL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            band TEXT,
            notice TEXT
        ) STRICT
        ;

CREATE TABLE revisions (
    n INTEGER PRIMARY KEY,
    thing INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    parent INTEGER REFERENCES revisions(n) ON DELETE CASCADE,
    made TEXT NOT NULL,
    title TEXT,
    text TEXT,
    checksum TEXT
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
    title, text,
    content='searchable', content_rowid='n',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2'
);

CREATE TABLE series (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    planned INTEGER
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sittings (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    exercise TEXT NOT NULL,
    exercise_title TEXT NOT NULL,
    planned REAL NOT NULL,
    sat REAL NOT NULL,
    breaths INTEGER NOT NULL,
    finished INTEGER NOT NULL,
    before INTEGER,
    after INTEGER
) STRICT;

CREATE TABLE steps (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    due TEXT,
    done TEXT
, minutes INTEGER, area TEXT) STRICT;

CREATE TABLE subscores (
            revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            total REAL NOT NULL,
            low REAL NOT NULL,
            high REAL NOT NULL,
            PRIMARY KEY (revision, position)
        ) STRICT, WITHOUT ROWID
        ;

CREATE TABLE tags (
    thing INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (thing, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE themes (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE
) STRICT;

CREATE TABLE things (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    zone TEXT NOT NULL,
    day TEXT NOT NULL,
    head INTEGER REFERENCES revisions(n) DEFERRABLE INITIALLY DEFERRED,
    trashed TEXT
, stage TEXT, starred INTEGER NOT NULL DEFAULT 0, settled INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE ticks (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    practice INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    state TEXT NOT NULL
, amount REAL) STRICT;

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

CREATE INDEX feelings_by_word ON feelings(word);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX links_to ON links(target, role);

CREATE INDEX occasions_of ON occasions(subject);

CREATE INDEX results_of ON results(measure);

CREATE INDEX revisions_after ON revisions(parent) WHERE parent IS NOT NULL;

CREATE INDEX revisions_of ON revisions(thing);

CREATE INDEX tags_by_name ON tags(tag, thing);

CREATE INDEX things_by_day ON things(kind, day) WHERE trashed IS NULL;

CREATE INDEX things_by_head ON things(head) WHERE trashed IS NULL;

CREATE INDEX things_by_stage ON things(stage, day) WHERE stage IS NOT NULL;

CREATE INDEX things_in_journal ON things(day, at, n)
    WHERE trashed IS NULL AND kind IN ('entry', 'check-in', 'fragment', 'sitting');

CREATE INDEX things_in_trash ON things(trashed) WHERE trashed IS NOT NULL;

CREATE INDEX things_starred ON things(day) WHERE starred = 1;

CREATE INDEX things_unsettled ON things(day, at, n)
    WHERE settled = 0 AND trashed IS NULL AND kind IN ('fragment', 'line');

CREATE INDEX ticks_of ON ticks(practice);

CREATE INDEX worksheets_of ON worksheets(subject);

CREATE VIEW searchable AS
SELECT t.n AS n, w.title AS title, w.text AS text
FROM things AS t JOIN words AS w ON w.revision = t.head
WHERE t.trashed IS NULL AND t.kind <> 'tick' AND NOT EXISTS (SELECT 1 FROM lines WHERE revision = t.head AND keep_as = 'container');

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

CREATE TRIGGER search_erase BEFORE DELETE ON things
BEGIN
    INSERT INTO search(search, rowid, title, text)
    SELECT 'delete', old.n, w.title, w.text FROM words AS w
    WHERE w.revision = old.head AND old.trashed IS NULL AND old.kind <> 'tick' AND NOT EXISTS (SELECT 1 FROM lines WHERE revision = old.head AND keep_as = 'container');
END;

CREATE TRIGGER search_follow AFTER UPDATE OF head, trashed ON things
BEGIN
    INSERT INTO search(search, rowid, title, text)
    SELECT 'delete', old.n, w.title, w.text FROM words AS w
    WHERE w.revision = old.head AND old.trashed IS NULL AND old.kind <> 'tick' AND NOT EXISTS (SELECT 1 FROM lines WHERE revision = old.head AND keep_as = 'container');
    INSERT INTO search(rowid, title, text)
    SELECT new.n, w.title, w.text FROM words AS w
    WHERE w.revision = new.head AND new.trashed IS NULL AND new.kind <> 'tick' AND NOT EXISTS (SELECT 1 FROM lines WHERE revision = new.head AND keep_as = 'container');
END;

