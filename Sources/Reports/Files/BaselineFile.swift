public import Audit

extension Baseline {
    /// Writes the file whole or not at all.
    public func write(to path: String) throws(ReportError) {
        try ListFile(header: Self.columns, rows: rows).write(to: path)
    }
}
