public import Audit
import Foundation

/// Writes the reports into a folder, which is made if need be, and gives the paths written, in the formats' order.
///
/// All files are written beside their names first and get them at the end, so that a run that fails or is stopped
/// leaves the earlier reports as they were. `threads` is how many render findings, by default one for each core;
/// what is written does not depend on it.
@discardableResult
public func writeReports(
    on result: AuditResult, formats: [ReportFormat], to folder: String, threads: Int? = nil
) throws(ReportError) -> [String] {
    var job = ReportJob(folder: try OutputFolder(path: folder), formats: formats)
    for format in ReportFormat.allCases where formats.contains(format) { try format.begin(result, in: &job) }
    try job.run(result.findings, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    return job.paths
}

/// The files of one run, from their heads to their names.
struct ReportJob {
    /// All formats of the run, so that one report may point to another.
    let formats: [ReportFormat]
    private let folder: OutputFolder
    private var files: [AtomicFile] = []
    private var sinks: [FindingSink] = []
    private var tails: [(file: AtomicFile, text: String)] = []

    init(folder: OutputFolder, formats: [ReportFormat]) {
        self.folder = folder
        self.formats = formats
    }

    var paths: [String] { files.map(\.path) }

    /// A file that becomes visible with the others.
    mutating func open(_ name: String) throws(ReportError) -> AtomicFile {
        let file = try AtomicFile(path: folder.file(name))
        files.append(file)
        return file
    }

    /// Asks for all findings, between what is in `file` so far and `tail`.
    mutating func pourFindings(
        into file: AtomicFile, closingWith tail: String = "",
        _ append: @escaping @Sendable (_ findings: [Finding], _ range: Range<Int>, _ buffer: inout ByteBuffer) -> Void
    ) {
        sinks.append(FindingSink(file: file, append: append))
        tails.append((file, tail))
    }

    func run(_ findings: FindingList, threads: Int) throws(ReportError) {
        if !sinks.isEmpty { try pour(findings, into: sinks, threads: threads) }
        for tail in tails { try tail.file.write(tail.text) }
        for file in files { try file.finish() }
        for file in files { try file.publish() }
        try folder.synchronise()
    }
}
