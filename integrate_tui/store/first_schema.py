"""The schema a journal begins with. Once released it is never edited: changes come as migrations.

`SCHEMA.md` beside this file explains every table to somebody with nothing but a sqlite3 shell.
"""

# The number of an erased thing is never given to another: undo, links and people remember it.
THINGS = """
CREATE TABLE things (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    zone TEXT NOT NULL,
    day TEXT NOT NULL,
    head INTEGER REFERENCES revisions(n) DEFERRABLE INITIALLY DEFERRED,
    trashed TEXT
) STRICT;
CREATE INDEX things_by_day ON things(kind, day) WHERE trashed IS NULL;
CREATE INDEX things_in_journal ON things(day, at, n)
    WHERE trashed IS NULL AND kind IN ('entry', 'check-in', 'fragment', 'sitting');
CREATE INDEX things_in_trash ON things(trashed) WHERE trashed IS NOT NULL;

CREATE TABLE revisions (
    n INTEGER PRIMARY KEY,
    thing INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    parent INTEGER REFERENCES revisions(n) ON DELETE CASCADE,
    made TEXT NOT NULL,
    title TEXT,
    text TEXT,
    checksum TEXT
) STRICT;
CREATE INDEX revisions_of ON revisions(thing);
CREATE INDEX revisions_after ON revisions(parent) WHERE parent IS NOT NULL;

CREATE TABLE links (
    source INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    target INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    role TEXT NOT NULL,
    made TEXT NOT NULL,
    cut TEXT,
    PRIMARY KEY (source, target, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_to ON links(target, role);

CREATE TABLE tags (
    thing INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (thing, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_by_name ON tags(tag, thing);

CREATE TABLE erased (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

NOUNS = """
CREATE TABLE experiences (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    sort TEXT,
    timed INTEGER NOT NULL,
    setting TEXT,
    people TEXT,
    intention TEXT
) STRICT;

CREATE TABLE checkins (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    piece TEXT NOT NULL,
    piece_title TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    guide TEXT,
    guide_title TEXT
) STRICT;

CREATE TABLE answers (
    n INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT,
    prompt TEXT NOT NULL,
    guidance TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (revision, position)
) STRICT;

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

CREATE TABLE feelings (
    revision INTEGER NOT NULL REFERENCES revisions(n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    word TEXT NOT NULL,
    family TEXT,
    PRIMARY KEY (revision, position, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX feelings_by_word ON feelings(word);

CREATE TABLE fragments (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    sense TEXT
) STRICT;

CREATE TABLE insights (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    sort TEXT NOT NULL,
    standing TEXT NOT NULL
) STRICT;

CREATE TABLE lines (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    keep_as TEXT NOT NULL
) STRICT;

CREATE TABLE goals (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL
) STRICT;

CREATE TABLE steps (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    due TEXT,
    done TEXT
) STRICT;

CREATE TABLE practices (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    cue TEXT
) STRICT;

CREATE TABLE ticks (
    revision INTEGER PRIMARY KEY REFERENCES revisions(n) ON DELETE CASCADE,
    practice INTEGER NOT NULL REFERENCES things(n) ON DELETE CASCADE,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX ticks_of ON ticks(practice);

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
"""

# Not part of any thing's history: what is being written, and how the program is set.
ASIDE = """
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

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# Every word a person wrote, by revision: its own title and text, its answers, and the words that
# some nouns keep in columns. The answers are ordered by a subquery, because an ordered
# `group_concat` cannot be parsed by the sqlite3 shells that systems still ship.
WORDS = """
CREATE VIEW words AS
SELECT
    r.n AS revision,
    r.title AS title,
    trim(
        coalesce(r.text, '')
        || coalesce(
            (SELECT char(10) || group_concat(a.text, char(10)) FROM (
                SELECT text FROM answers
                WHERE revision = r.n AND kind <> 'scale' ORDER BY position
            ) AS a),
            ''
        )
        || coalesce(
            (SELECT char(10) || coalesce(setting, '') || char(10) || coalesce(people, '')
                || char(10) || coalesce(intention, '')
            FROM experiences WHERE revision = r.n),
            ''
        )
        || coalesce((SELECT char(10) || cue FROM practices WHERE revision = r.n), ''),
        char(10)
    ) AS text
FROM revisions AS r;

CREATE VIEW searchable AS
SELECT t.n AS n, w.title AS title, w.text AS text
FROM things AS t JOIN words AS w ON w.revision = t.head WHERE t.trashed IS NULL;
"""

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    title, text,
    content='searchable', content_rowid='n',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
INSERT INTO search(search, rank) VALUES ('secure-delete', 1);
"""

# The index follows the head of each thing that is not in the trash. Forgetting and learning are one
# trigger, because SQLite does not promise an order between two.
TRIGGERS = """
CREATE TRIGGER search_follow AFTER UPDATE OF head, trashed ON things
BEGIN
    INSERT INTO search(search, rowid, title, text)
    SELECT 'delete', old.n, w.title, w.text FROM words AS w
    WHERE w.revision = old.head AND old.trashed IS NULL;
    INSERT INTO search(rowid, title, text)
    SELECT new.n, w.title, w.text FROM words AS w
    WHERE w.revision = new.head AND new.trashed IS NULL;
END;
CREATE TRIGGER search_erase BEFORE DELETE ON things
BEGIN
    INSERT INTO search(search, rowid, title, text)
    SELECT 'delete', old.n, w.title, w.text FROM words AS w
    WHERE w.revision = old.head AND old.trashed IS NULL;
END;
"""

STATEMENTS = THINGS + NOUNS + ASIDE + WORDS + SEARCH + TRIGGERS
