import Foundation

/// A plan that is to be audited by itself: what runs, where, when, and what it may write.
struct NightlyRun {
    /// What it is told besides the plan: silent unless something is new, and over before the working day.
    private static let options = "--quiet --only new,reopened --time-limit 2h"

    /// Absolute paths.
    let executable: String
    let plan: String
    /// Folders that the run writes to.
    let writable: [String]
    /// Of systemd's calendar, e.g. `*-*-* 03:30:00`.
    let calendar: String
    let hour: Int
    let minute: Int
    /// Names the units; letters, digits and hyphens.
    let name: String
    /// `KEUR_HOME`, where the packs are found by it.
    let home: String?

    var folder: String { (plan as NSString).deletingLastPathComponent }

    // MARK: systemd

    var service: String {
        let environment = home.map { "\nEnvironment=\(Self.quoted("KEUR_HOME=\($0)"))" } ?? ""
        return """
            # Made by 'keur schedule'. Look at runs with: journalctl --user-unit \(name).service (or -u, for a system unit)
            [Unit]
            Description=keur audit of \(Self.described(plan))
            Documentation=file:\(Self.described(plan).replacing(" ", with: "%20"))
            After=network-online.target
            Wants=network-online.target

            [Service]
            Type=oneshot
            WorkingDirectory=\(Self.path(folder))\(environment)
            ExecStart=\(Self.quoted(executable)) audit \(Self.quoted(plan)) \(Self.options)
            # 1 is a new exception at or above fail_on: a result, no failure of the run.
            SuccessExitStatus=1
            Nice=10
            IOSchedulingClass=idle
            UMask=0077
            NoNewPrivileges=yes
            PrivateTmp=yes
            PrivateDevices=yes
            ProtectSystem=strict
            ProtectHome=read-only
            ProtectKernelTunables=yes
            ProtectKernelModules=yes
            ProtectControlGroups=yes
            ProtectClock=yes
            RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
            RestrictNamespaces=yes
            RestrictSUIDSGID=yes
            LockPersonality=yes
            MemoryDenyWriteExecute=yes
            SystemCallArchitectures=native
            CapabilityBoundingSet=
            # These have to exist before the first run; --install makes them.
            \(writable.map { "ReadWritePaths=\(Self.path($0))" }.joined(separator: "\n"))

            """
    }

    var timer: String {
        """
        # Made by 'keur schedule'.
        [Unit]
        Description=When keur audits \(Self.described(plan))

        [Timer]
        OnCalendar=\(calendar)
        # A machine that was off makes up for it; many machines do not ask the same registers at the same second.
        Persistent=true
        RandomizedDelaySec=5min

        [Install]
        WantedBy=timers.target

        """
    }

    // MARK: cron

    /// One line of a crontab. What it prints, cron mails.
    var cron: String {
        let environment = home.map { "KEUR_HOME=\(Self.shellQuoted($0)) " } ?? ""
        let command = "cd \(Self.shellQuoted(folder)) && \(environment)\(Self.shellQuoted(executable)) audit"
        // A percent sign ends a command of cron, in quotes too.
        let line = "\(command) \(Self.shellQuoted(plan)) \(Self.options)".replacing("%", with: "\\%")
        return "\(minute) \(hour) * * * \(line)\n"
    }

    // MARK: Quoting

    /// A word of a unit's command line: `%` and `$` are systemd's own.
    ///
    /// Source: systemd.service(5), "Command lines"; systemd.syntax(7), "Quoting".
    static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
            .replacing("$", with: "$$")
        return "\"\(escaped)\""
    }

    /// A path that stands alone after `=`: specifiers are doubled; blanks need quotes in a list of paths.
    static func path(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "%%")
        let isPlain = escaped.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+@%".contains($0)) }
        return isPlain ? escaped : "\"\(escaped.replacing("\"", with: "\\\""))\""
    }

    /// Within a line of prose: specifiers doubled, nothing that ends the line.
    private static func described(_ text: String) -> String { text.replacing("%", with: "%%") }

    static func shellQuoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+@,:=".contains($0)) }
        return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
    }
}
