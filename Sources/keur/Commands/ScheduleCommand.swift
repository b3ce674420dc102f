import ArgumentParser
import Audit
import Checks
import Diagnostics
import Foundation

struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Print or install what runs a plan every night: a systemd timer, or a line for cron.",
        discussion: """
            Without --cron, a service and a timer for systemd are printed, with everything
            closed that an audit does not need. --install writes them to
            ~/.config/systemd/user (for root: /etc/systemd/system) and says how to switch
            them on; with --cron it adds the line to your crontab, in place of an earlier
            one for the same plan.

            Examples:
              keur schedule audit.yaml                          look at it
              keur schedule audit.yaml --at 04:15 --install
              keur schedule audit.yaml --on-calendar 'Mon *-*-* 06:00'
              keur schedule audit.yaml --cron --install
            """
    )

    @Argument(help: "The plan (.yaml).", completion: .file(extensions: ["yaml", "yml"]))
    var plan: String

    @Option(help: "When, every night, as HH:MM (default 03:30).")
    var at: String?

    @Option(help: "When, in the notation of systemd's timers.")
    var onCalendar: String?

    @Flag(help: "A line for cron in place of systemd's units.")
    var cron = false

    @Flag(help: "Write it where it belongs.")
    var install = false

    func validate() throws {
        if at != nil, onCalendar != nil {
            throw ValidationError("--at and --on-calendar both say when; give one of them")
        }
        if cron, onCalendar != nil { throw ValidationError("--on-calendar is systemd's; with --cron say --at HH:MM") }
        if let at, Self.time(at) == nil { throw ValidationError("--at should be a time like 03:30") }
        if let onCalendar, onCalendar.contains(where: \.isNewline) || onCalendar.isEmpty {
            throw ValidationError("--on-calendar should be one line, e.g. 'Mon *-*-* 06:00'")
        }
    }

    func run() throws {
        let run = try nightlyRun()
        if cron {
            if install { try Crontab.install(run) } else { print(run.cron, terminator: "") }
            return
        }
        let units = [("\(run.name).service", run.service), ("\(run.name).timer", run.timer)]
        guard install else {
            print(units.map { "### \($0.0)\n\($0.1)" }.joined(separator: "\n"), terminator: "")
            return
        }
        let isRoot = getuid() == 0
        let folder = isRoot ? "/etc/systemd/system" : Self.userUnits
        do {
            for folder in run.writable + [folder] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            for (name, text) in units {
                try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic)
            }
        } catch {
            throw CommandFailure(
                text: "\(folder): the units could not be written: \(error.localizedDescription)", code: .source)
        }
        let control = isRoot ? "systemctl" : "systemctl --user"
        for (name, _) in units { print("wrote \(folder)/\(name)") }
        print("switch it on:  \(control) daemon-reload && \(control) enable --now \(run.name).timer")
        if !isRoot { print("so that it runs while you are logged out:  loginctl enable-linger") }
    }

    private static var userUnits: String {
        let environment = ProcessInfo.processInfo.environment
        let configuration = environment["XDG_CONFIG_HOME"] ?? "\(environment["HOME"] ?? NSHomeDirectory())/.config"
        return "\(configuration)/systemd/user"
    }

    private func nightlyRun() throws -> NightlyRun {
        guard PlanFile.isPlan(plan) else {
            throw CommandFailure(
                text: "\(plan): a night's run needs a plan (.yaml); 'keur map \(plan) --plan audit.yaml' writes one",
                code: .usage)
        }
        let diagnostics = DiagnosticsCollector()
        let decoded = try PlanFile.read(plan, diagnostics)
        try diagnostics.failIfAny()
        let path = URL(filePath: plan).standardizedFileURL.path
        // A line end in a path would be a line of the unit.
        guard !path.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
            throw CommandFailure(
                text: "the plan's path holds a control character; move the plan elsewhere", code: .usage)
        }
        let folder = (path as NSString).deletingLastPathComponent
        var files = [".keur/x", decoded.reportsDirectory + "/x", decoded.history ?? ".keur/x"]
        // Candidates that wait for a judgement lie beside the plan, unless it says otherwise.
        if let enrichment = decoded.enrichment { files += [enrichment.answers, enrichment.matches] }
        let folders = files.map {
            (Plan.path($0, in: folder) as NSString).deletingLastPathComponent
        }
        let writable = Set(folders).filter { own in !folders.contains { own.hasPrefix($0 + "/") } }.sorted()
        let (hour, minute) = at.flatMap(Self.time) ?? (3, 30)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return NightlyRun(
            executable: Bundle.main.executableURL?.standardizedFileURL.path ?? "keur",
            plan: path,
            writable: writable,
            calendar: (onCalendar ?? "*-*-* \(padded(hour)):\(padded(minute)):00").replacing("%", with: "%%"),
            hour: hour,
            minute: minute,
            name: Self.unitName(path),
            isForSystem: getuid() == 0,
            user: getuid() == 0 ? Self.owner(of: path) : nil,
            home: ProcessInfo.processInfo.environment["KEUR_HOME"]
        )
    }

    /// The name of whoever owns the plan, unless that is root.
    private static func owner(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_uid != 0, let entry = getpwuid(status.st_uid) else { return nil }
        return String(cString: entry.pointee.pw_name)
    }

    private static func time(_ text: String) -> (hour: Int, minute: Int)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCII) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return (hour, minute)
    }

    /// `keur-` with the plan's folder and name, and a few digits of its whole path: two plans have two units.
    private static func unitName(_ path: String) -> String {
        let stem = (path as NSString).deletingPathExtension
        let words = stem.unicodeScalars.map { scalar in
            "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar ? Character(scalar) : "-"
        }
        // FNV-1a (Fowler, Noll, Vo), 32 bits.
        let hash = path.utf8.reduce(UInt32(0x811C_9DC5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        let name = String(words).split(separator: "-").suffix(2).joined(separator: "-")
        return "keur-\(name)-\(String(hash, radix: 16))"
    }
}

/// The user's table of cron.
private enum Crontab {
    static func install(_ run: NightlyRun) throws {
        let mark = "# keur: \(run.name)"
        let before = try crontab(["-l"], input: nil)
        var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        if let place = lines.firstIndex(of: mark) { lines.removeSubrange(place..<min(place + 2, lines.count)) }
        let table = (lines + [mark, run.cron]).joined(separator: "\n")
        _ = try crontab(["-"], input: table)
        print("added to the crontab: \(run.cron)", terminator: "")
    }

    private static func crontab(_ arguments: [String], input: String?) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["crontab"] + arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            if let input { try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
            try stdin.fileHandleForWriting.close()
            let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            // Without a table yet, listing it fails and shows nothing.
            if input != nil, process.terminationStatus != 0 {
                throw CommandFailure(
                    text: "crontab did not take the line; is cron installed, and may you use it?", code: .source)
            }
            return String(decoding: output, as: UTF8.self)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(text: "crontab could not be run: \(error.localizedDescription)", code: .source)
        }
    }
}
