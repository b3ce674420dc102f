import GRDB

/// The tables of the history.
///
/// What is the same from run to run is written once. `finding` holds each finding's present state, `past` what a state was
/// until a run changed it, so a run in which nothing changed adds only its own figures.
enum HistorySchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("history") { try $0.execute(sql: first) }
        migrator.registerMigration("customers") { try $0.execute(sql: customers) }
        return migrator
    }

    private static let first = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY, started_at REAL NOT NULL, seconds REAL NOT NULL, as_of INTEGER NOT NULL,
            plan TEXT NOT NULL, scope TEXT NOT NULL, tool_version TEXT NOT NULL, customers INTEGER NOT NULL,
            customers_in_total INTEGER NOT NULL, ready_customers INTEGER NOT NULL, currency TEXT NOT NULL,
            findings INTEGER NOT NULL, cash INTEGER NOT NULL, new INTEGER NOT NULL, reopened INTEGER NOT NULL,
            fixed INTEGER NOT NULL, gone INTEGER NOT NULL, not_looked_at INTEGER NOT NULL
        );
        CREATE TABLE file (
            run INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL, modified REAL NOT NULL,
            hash TEXT NOT NULL, rows INTEGER, quarantined INTEGER, PRIMARY KEY (run, kind, name)
        ) WITHOUT ROWID;
        CREATE TABLE rule (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, record TEXT NOT NULL, title TEXT NOT NULL,
            field TEXT NOT NULL
        );
        CREATE TABLE rule_run (
            run INTEGER NOT NULL, rule INTEGER NOT NULL, severity TEXT NOT NULL, cause TEXT NOT NULL, owner TEXT NOT NULL,
            records INTEGER NOT NULL, fail INTEGER NOT NULL, unknown INTEGER NOT NULL, cash INTEGER NOT NULL,
            new INTEGER NOT NULL, reopened INTEGER NOT NULL, fixed INTEGER NOT NULL, PRIMARY KEY (run, rule)
        ) WITHOUT ROWID;
        CREATE TABLE total (
            run INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, findings INTEGER NOT NULL,
            customers INTEGER NOT NULL, cash INTEGER NOT NULL, PRIMARY KEY (run, kind, name)
        ) WITHOUT ROWID;
        CREATE TABLE customer (id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL);
        CREATE TABLE finding (
            id INTEGER PRIMARY KEY, rule INTEGER NOT NULL, customer INTEGER, record_id TEXT, currency TEXT NOT NULL,
            first_run INTEGER NOT NULL, opened INTEGER NOT NULL, missed INTEGER NOT NULL, closed INTEGER, closing INTEGER,
            since INTEGER NOT NULL, is_unknown INTEGER NOT NULL, fingerprint INTEGER NOT NULL, cash INTEGER NOT NULL
        );
        CREATE TABLE past (
            finding INTEGER NOT NULL, opened INTEGER NOT NULL, missed INTEGER NOT NULL, since INTEGER NOT NULL,
            until INTEGER NOT NULL, closing INTEGER, is_unknown INTEGER NOT NULL, fingerprint INTEGER NOT NULL,
            cash INTEGER NOT NULL
        );
        """

    /// The kept fields of customers: a row for each run that saw other values. Layouts only grow, the last one holds all.
    private static let customers = """
        CREATE TABLE layout (id INTEGER PRIMARY KEY, fields TEXT NOT NULL UNIQUE);
        CREATE TABLE snapshot (
            key TEXT NOT NULL, run INTEGER NOT NULL, layout INTEGER NOT NULL, cells TEXT NOT NULL, PRIMARY KEY (key, run)
        ) WITHOUT ROWID;
        """

    /// What must not be there, and in words what it is.
    static let contradictions = [
        ("finding WHERE rule NOT IN (SELECT id FROM rule)", "findings are of no known check"),
        (
            "finding WHERE MAX(first_run, opened, since, COALESCE(closed, 0)) > (SELECT MAX(id) FROM run)",
            "findings are of no recorded run"
        ),
        (
            "finding WHERE opened < first_run OR since < opened OR closed <= opened",
            "findings end before they begin"
        ),
        ("finding WHERE (closed IS NULL) <> (closing IS NULL)", "findings are closed without a reason"),
        ("past WHERE finding NOT IN (SELECT id FROM finding)", "earlier states are of no known finding"),
        ("past WHERE until <= since OR until > (SELECT MAX(id) FROM run)", "earlier states end before they begin"),
        ("rule_run WHERE run NOT IN (SELECT id FROM run)", "figures of checks are of no recorded run"),
    ]
}
