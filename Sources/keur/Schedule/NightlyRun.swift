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
    /// Run by the system's manager, not by a user's.
    let isForSystem: Bool
    /// As whom a unit of the system runs; nil for root itself.
    let user: String?
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
            After=network-online.target
            Wants=network-online.target

            [Service]
            Type=oneshot
            \(user.map { "User=\($0)\n" } ?? "")WorkingDirectory=\(Self.alone(folder))\(environment)
            ExecStart=\(Self.quoted(executable)) audit \(Self.quoted(plan).replacing("$", with: "$$")) \(Self.options)
            # 1 is a new exception at or above fail_on: a result, no failure of the run.
            SuccessExitStatus=1
            Nice=10
            IOSchedulingClass=idle
            UMask=0077
            NoNewPrivileges=yes
            PrivateTmp=yes
            ProtectSystem=strict
            ProtectHome=read-only
            RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
            RestrictNamespaces=yes
            RestrictSUIDSGID=yes
            LockPersonality=yes
            MemoryDenyWriteExecute=yes
            SystemCallArchitectures=native
            \(isForSystem ? Self.systemOptions : "")# These have to exist before the first run; --install makes them.
            \(writable.map { "ReadWritePaths=\(Self.listed($0))" }.joined(separator: "\n"))

            """
    }

    /// What only the system's manager can give: a user's cannot drop capabilities.
    private static let systemOptions = """
        PrivateDevices=yes
        ProtectKernelTunables=yes
        ProtectKernelModules=yes
        ProtectControlGroups=yes
        ProtectClock=yes
        CapabilityBoundingSet=

        """

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

    /// A word of a unit in quotes; `%` is systemd's own. In arguments of a command `$` is too, and has to be doubled.
    ///
    /// Source: systemd.service(5), "Command lines"; systemd.syntax(7), "Quoting".
    static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
        return "\"\(escaped)\""
    }

    /// A path that is all of a line: quotes are part of it, and a backslash at the end would join the next line.
    static func alone(_ text: String) -> String {
        let escaped = text.replacing("%", with: "%%")
        return escaped.hasSuffix("\\") ? escaped + "/." : escaped
    }

    /// A path in a list of paths: quotes keep its blanks together, backslashes are its own.
    static func listed(_ text: String) -> String {
        let escaped = text.replacing("%", with: "%%")
        let isPlain = escaped.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+@%".contains($0)) }
        return isPlain ? escaped : "\"\(escaped.replacing("\"", with: "\"'\"'\""))\""
    }

    /// Within a line of prose: specifiers doubled, nothing that ends the line.
    private static func described(_ text: String) -> String { alone(text) }

    static func shellQuoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+@,:=".contains($0)) }
        return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
    }
}
